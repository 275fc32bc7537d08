"""Names the packages: the top-level code folders, installed below the namespace package ``biliktilik``."""

from setuptools import find_packages, setup

FOLDERS = ("parsers", "pipeline", "schema")

setup(packages=[f"biliktilik.{name}" for name in find_packages(include=[p for f in FOLDERS for p in (f, f"{f}.*")])])
