"""Other names for papers, roundups and topics: every reference follows, and old addresses lead to the new ones."""
