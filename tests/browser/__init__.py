"""Tests that open the built example site in Chromium."""
