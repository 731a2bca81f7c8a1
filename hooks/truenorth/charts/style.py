"""The look of every chart: colors by token, one font, sizes that stay legible.

A color is a CSS variable with its light value beside it, so that a drawing in a
page follows the theme and a drawing on its own can be made concrete.
"""

from __future__ import annotations

INK = "var(--tn-ink, #1b1f24)"
PAPER = "var(--tn-paper, #ffffff)"
QUIET = "var(--tn-quiet, #58616b)"
RULE = "var(--tn-rule, #d8dde2)"
ACCENT = "var(--tn-accent, #12436d)"

# Liberation Sans comes with the renderer and has the measures of Arial and Helvetica.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"

WIDE = (720, 380)
# At 343 px, a phone's column, 14 units are 13.7 px.
NARROW = (350, 300)
SPARK = (120, 28)
TEXT = 14.0
LINE = 1.25
"""Distance of two lines of text, in sizes."""

DASHES = [2, 4]
DOTS = [1, 3]
LONG_DASHES = [7, 4]
