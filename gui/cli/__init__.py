"""What the command line does with the engine and the importers; main.py names the options."""
