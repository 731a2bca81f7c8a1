"""The compact: governing texts, their sections, versions and signatures."""
