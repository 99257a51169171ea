"""Where allauth asks Subsumo."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Allauth's own ways, for now without any of ours."""
