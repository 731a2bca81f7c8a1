"""Faults in content and data: one type, collected, and printed for people."""

from truenorth.problems.model import Place, Problem, Problems

__all__ = ["Place", "Problem", "Problems"]
