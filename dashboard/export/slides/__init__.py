"""Slides as PowerPoint has them: native charts, tables, words; each from what an exhibit arranged."""
