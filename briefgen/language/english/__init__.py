"""The words and patterns of English."""
