"""Measurements of whole processes, as ratios to what could not be left out anyway."""
