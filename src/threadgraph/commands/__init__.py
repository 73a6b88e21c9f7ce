"""Do what the verbs of the command line say, and give back values."""
