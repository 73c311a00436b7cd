"""Bytes of one file format to Samples; no colour conversion, no orientation."""
