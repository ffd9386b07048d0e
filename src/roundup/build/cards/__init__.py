"""Share cards: the fonts they are set in, and pictures of 1200 × 630 pixels drawn from small views."""
