"""Rules of thumb that find layers which are not what they seem."""
