"""Questionnaires, what was answered, and what on the site speaks to it."""
