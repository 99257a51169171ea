"""What the tests of lessons share."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

RULE = """:::rule underretning
facts:
  privat_kautionist: true
  misligholdt: 2026-01-31
  underrettet: 2026-09-15
  kraevet: 2026-09-15
  misligholdt_beloeb: 62800
  hovedstol: 2000000
  rente_pa: 2.45
  loebetid_mdr: 360
change: [misligholdt, underrettet, kraevet]
:::
"""
HTMX = {"HX-Request": "true"}


@pytest.fixture
def count_queries():
    """How many queries an address costs a client."""

    def count(client, address):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    return count
