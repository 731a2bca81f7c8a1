"""The finished site: what is planned, written and verified."""
