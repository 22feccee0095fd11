"""What `zhunsheng audit` does with many files: reading, judging, pools of processes, clusters."""
