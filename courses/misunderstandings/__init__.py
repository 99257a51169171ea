"""What the students of a course have misunderstood: counted, shown by two answers, and refuted in class."""
