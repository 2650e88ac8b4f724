"""From a scenario and a province to a problem: rules as data become constraints."""
