"""Parts of pictures: maps, edges, legends, scale bars."""
