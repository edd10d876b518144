"""Other apps' and devices' files as entries of the diary."""
