"""The torch runtime: device, precision, threads, memory."""
