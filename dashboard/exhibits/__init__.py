"""The exhibits: one declaration each, beside the small functions that arrange it."""
