"""The engine: image sets, condensing, trial training, projects and reports. Never imports Qt."""
