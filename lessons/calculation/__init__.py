"""What every calculator is made of: its shape, its form, its work on what was typed, its tables and days."""
