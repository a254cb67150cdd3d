"""What a person may rely on: faults are told, crashes lose nothing, the log can be read."""
