"""What a file says it is, one module for each question; `extractors.identify` asks them all."""
