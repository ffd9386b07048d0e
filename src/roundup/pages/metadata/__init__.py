"""What pages tell machines of the works they show: Highwire tags, COinS, JSON-LD, Open Graph. Pure."""
