"""Papers for reviewers, made from the public views of a release and nothing else."""
