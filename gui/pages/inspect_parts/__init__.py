"""Parts of the inspect page."""
