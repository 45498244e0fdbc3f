"""Jobs: one edition after another, each kept, written, delivered, and none made twice."""
