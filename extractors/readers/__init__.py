"""Readers: one file to one layout."""
