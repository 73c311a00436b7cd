"""Decodes pictures with LIIF and other models, without a window. Imports no Qt, and nothing of viewer or trainer."""
