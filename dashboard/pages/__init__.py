"""What a person sees, as Dash components in one language."""
