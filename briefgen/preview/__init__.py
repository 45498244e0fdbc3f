"""A page on this machine that shows a brief while its templates and sources are being changed."""
