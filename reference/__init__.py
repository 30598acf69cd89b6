"""Official lists: read from files as they circulate, kept on a shelf outside of releases."""
