"""Articles become one catalog: roundups, papers, translations, and what is wrong between them. Pure."""
