"""Parts of the condense page."""
