"""Trains and evaluates the networks of engine/models. Imports no Qt and nothing of viewer."""
