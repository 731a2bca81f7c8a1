"""Disclosure control: hiding small groups, and proving that nothing published gives them away."""
