"""Indicators, how they are judged, the report card and its editions."""
