"""When everything happens: sources, the steps of a run, the nightly Prefect flow, and the command line."""
