"""What leaves the page: data, and later pictures, decks and sheets."""
