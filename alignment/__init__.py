"""The same indicator in two documents: names taken apart, offices, evidence, links with reasons."""
