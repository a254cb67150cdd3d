"""Keys: what they do, the user's own choice of them, and the dialog that lists them."""
