"""`python -m truenorth.cli`."""

from truenorth.cli import main

main()
