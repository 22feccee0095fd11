"""The first files of a new regime or check, complete enough to run before a word is changed."""
