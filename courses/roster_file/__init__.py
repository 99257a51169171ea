"""A list of the people of a course, read from a file.

`reading` gives lines, `columns` says what stands where, `people` whom they name; `planning` holds them against
the course, with an outcome for each line; `keeping` carries them from the preview, `importing` does it.
"""
