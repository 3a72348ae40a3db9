"""Treatment records for microneedling practitioners."""

__version__ = "0.1.0"
