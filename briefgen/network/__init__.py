"""Talk to other machines: with certificates checked, and with an end to every wait."""
