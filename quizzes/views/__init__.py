"""The pages of the quizzes."""
