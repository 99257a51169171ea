import json

import pytest

import rules
from tests.rules.versions import KEPT, current

CURRENT = current()


@pytest.mark.parametrize("key", rules.topics())
def test_decisions_do_not_change_without_a_new_version_date(key):
    kept, now = json.loads(KEPT.read_text()).get(key), CURRENT[key]
    assert kept is not None, "Kør: python -m tests.rules.versions"
    if kept["digest"] != now["digest"]:
        assert now["version"] > kept["version"], (
            f"{key}: giv emnet en ny versionsdato, og kør python -m tests.rules.versions"
        )
    assert kept == now, "Kør: python -m tests.rules.versions"
