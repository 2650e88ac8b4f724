"""Cells, layers, zones and distances; nothing about land use."""
