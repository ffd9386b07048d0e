"""The author's desk: new sites, roundups and entries; imports, look-ups, translations, renames, exports."""
