"""The dialog of the settings, made from their schema."""
