"""The values that pass between stages: immutable, typed, and free of effects."""
