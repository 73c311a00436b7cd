"""From a folder of images to training batches. A sample is a function of (seed, step, index) alone."""
