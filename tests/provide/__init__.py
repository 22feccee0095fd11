"""What the tests need beside Python: a real PostgreSQL server, a real browser, an honest tally."""
