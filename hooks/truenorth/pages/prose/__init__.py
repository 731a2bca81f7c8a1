"""What people write in Markdown, made safe."""
