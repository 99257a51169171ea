"""Mutation testing of the law: `make mutants` breaks the rules in one place at a time and asks whether a test notices.

The tools of the registry leave decorated functions, decorators and module level alone, which is where the law stands.
"""
