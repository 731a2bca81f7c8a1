"""Truenorth: one repository of texts and data in, one public site out."""
