"""`truenorth edition`: freezes the report card of a day into data/editions/<id>/."""
