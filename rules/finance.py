"""Annuities, remaining debt and present value, in exact decimal arithmetic.

Rates are yearly and in percent (3.5 = 3.5 %), terms in months, amounts in kroner. Formulas: the annuity
y = P·i / (1 − (1+i)^−n) with i = rate / 1200.

>>> round(instalment(Decimal(2_000_000), Decimal("3.5"), 360), 2)
Decimal('8980.89')
"""

from decimal import Decimal


def monthly(rate_pa: Decimal) -> Decimal:
    """The monthly rate as a fraction of one."""
    return rate_pa / 1200


def instalment(principal: Decimal, rate_pa: Decimal, months: int) -> Decimal:
    """The equal monthly payment that clears the principal in so many months (months ≥ 1)."""
    rate = monthly(rate_pa)
    if rate == 0:
        return principal / months
    return principal * rate / (1 - (1 + rate) ** -months)


def remaining(principal: Decimal, rate_pa: Decimal, months: int, paid: int) -> Decimal:
    """The debt just after `paid` of `months` instalments (0 ≤ paid ≤ months)."""
    return present_value(instalment(principal, rate_pa, months), rate_pa, months - paid)


def present_value(payment: Decimal, rate_pa: Decimal, months: int) -> Decimal:
    """What so many equal monthly payments are worth today at the rate."""
    rate = monthly(rate_pa)
    if rate == 0:
        return payment * months
    return payment * (1 - (1 + rate) ** -months) / rate
