"""Maps, tables and files for people, read from run folders."""
