"""What reviewers decided about links: kept outside of every release, held against each run."""
