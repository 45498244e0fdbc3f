"""From a brief to files: Markdown first, HTML from it, PDF from that."""
