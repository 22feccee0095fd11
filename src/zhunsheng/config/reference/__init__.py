"""Reference pages made from what is declared: written by `make docs`, and never by hand."""
