"""Reading what people wrote, with the place where each thing stands."""
