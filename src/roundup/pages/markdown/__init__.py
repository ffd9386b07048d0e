"""Pages as plain Markdown, for programs that read text: twins of roundups and papers. Pure."""
