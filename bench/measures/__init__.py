"""What is measured, one module a measure; `bench/quality.py` runs them and prints the table."""
