"""The tour: call-outs beside the window's own controls, on the sample drawings."""
