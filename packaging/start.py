"""The program of a bundle. Every process of Unpixel is this executable: window, trainer, decode child, commands."""

import multiprocessing
import sys

from main import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # `bench export` starts processes; in a bundle they begin here
    sys.exit(main())
