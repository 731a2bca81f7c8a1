"""Governing texts: versions, changes, who signed."""
