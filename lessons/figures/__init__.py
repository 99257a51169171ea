"""Pictures made on the server, each with a text of the same content."""
