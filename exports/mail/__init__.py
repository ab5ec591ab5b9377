"""Messages to be sent by hand."""
