"""Readers of pages: one document a file."""
