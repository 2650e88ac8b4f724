"""Tests, as a package: a dependency installs another of that name."""
