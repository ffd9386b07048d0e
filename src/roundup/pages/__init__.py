"""The catalog becomes pages: an address, a template and one small frozen view each. Pure."""
