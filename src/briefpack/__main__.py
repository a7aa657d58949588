"""`python -m briefpack` is `briefpack`."""

from briefpack.cli import main

main()
