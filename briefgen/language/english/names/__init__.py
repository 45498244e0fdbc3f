"""Words that tell what an English name names; no control flow here."""
