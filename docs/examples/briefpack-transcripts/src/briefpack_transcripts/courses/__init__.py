"""Course templates: nothing here is run, the folders are read."""
