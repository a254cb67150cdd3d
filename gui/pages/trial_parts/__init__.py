"""Parts of the trial page."""
