"""An existing roundup in any of many formats becomes a folder of articles."""
