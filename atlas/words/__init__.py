"""The texts of maps, tables and files, in Dutch and English."""
