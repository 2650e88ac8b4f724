"""Pages that open by double click: everything in one file, no network."""
