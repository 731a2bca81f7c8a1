"""Who takes part, what was promised, who meets and who pays."""
