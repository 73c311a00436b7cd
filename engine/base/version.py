"""The version of Unpixel. This is the one place: pyproject.toml, the bundles and the packages read it from here."""

VERSION = "0.1.0"
