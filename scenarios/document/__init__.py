"""The document of a run: what ``run --json`` prints and ``run.json`` holds."""
