"""What every installed regime must keep, found by its declarations alone."""
