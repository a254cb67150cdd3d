"""The pages along the stream, one file each."""
