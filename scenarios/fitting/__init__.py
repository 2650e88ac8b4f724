"""Why a scenario does not fit, in whose way it is, and what would make it fit."""
