"""Claims of a whole against those of its zones: who moves what, and what it brings."""
