"""What holds for all tests."""

from hypothesis import settings

# How fast a test runs is no part of what it says: a busy machine must not fail it.
settings.register_profile("ours", deadline=None)
settings.load_profile("ours")
