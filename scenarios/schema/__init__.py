"""What a scenario may hold: frozen models, one small file each."""
