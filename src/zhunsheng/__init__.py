"""准绳 Zhunsheng: work by law, and prove it."""
