"""What a diary is: codes, units, rules and records; `tables` is for `storage` alone."""
