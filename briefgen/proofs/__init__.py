"""Proofs: every audience printed with sample briefs, and looked over as a person would before it goes out."""
