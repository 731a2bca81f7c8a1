"""Published editions of the report card, as they stand in data/editions/."""
