"""The two faces of Shizuku: the window, and the command line in :mod:`gui.cli` (no Qt)."""
