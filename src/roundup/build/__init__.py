"""Everything that touches disk, processes or time: reading the site folder, keeping state, writing the output."""
