"""Facts of papers from the services that know them; only `web` touches the network."""
