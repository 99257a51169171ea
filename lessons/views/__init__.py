"""Pages that are read: the chapters, the law and its terms, the rules."""
