"""What a student knows: how sure that is, what comes next, and which mistake lies behind wrong answers."""
