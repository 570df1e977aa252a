"""Chart drawing: knows shapes, sizes and colours, and nothing of chapters."""
