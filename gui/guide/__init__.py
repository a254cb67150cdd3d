"""The guide inside the application: offline, in the window's language, at the page one is on."""
