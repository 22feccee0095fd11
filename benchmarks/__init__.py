"""Measurements of speed and memory: ratios within one run, printed, never asserted."""
