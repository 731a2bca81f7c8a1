"""Pages about the whole: home, goals, timeline, desk, sources, and texts that stand alone."""
