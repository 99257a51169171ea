"""Kreditaftaleloven: agreements between a business lender and a consumer."""
