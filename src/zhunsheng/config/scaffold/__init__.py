"""The first files of a new regime, complete enough to run before a word is changed."""
