"""The partnership: who takes part, in what, with which means."""
