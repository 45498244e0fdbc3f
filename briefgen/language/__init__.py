"""Words and patterns of languages: data, without control flow."""
