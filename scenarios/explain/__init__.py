"""What a run can say for itself: why here, why not there, what it costs."""
