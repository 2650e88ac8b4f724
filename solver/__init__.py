"""Engines, bounds and certificates over instance arrays."""
