"""Parts of the decide page."""
