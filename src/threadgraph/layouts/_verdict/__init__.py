"""Which parse is believed, and what is put right in it afterwards."""
