"""Many folders worked off by a plan, without a screen: import to report."""
