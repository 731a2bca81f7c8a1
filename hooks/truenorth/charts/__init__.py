"""Charts: one function a shape, compiled once, drawn behind one interface."""
