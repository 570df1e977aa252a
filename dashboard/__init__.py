"""An interactive dashboard of U.S.-Mexico bilateral indicators."""

__version__ = "0.1.0"
