"""What is run by hand or by `make`, never by the server."""
