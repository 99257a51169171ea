"""Regres: what a lender may go after when the security is not enough."""
