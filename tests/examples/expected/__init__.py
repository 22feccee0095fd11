"""What each regime's workbooks of the model year add up to."""
