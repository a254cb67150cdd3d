"""The engine: image sets, condensing, trial training, projects and reports. Never imports Qt."""

__version__ = "0.1.0"
