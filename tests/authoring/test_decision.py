"""The table of file and row, line by line."""

import pytest

from authoring.decision import Action, decide

X, Y, Z = "x" * 64, "y" * 64, "z" * 64


@pytest.mark.parametrize(
    ("file", "row", "agreed", "retired", "action"),
    [
        pytest.param(X, None, None, False, Action.CREATE, id="a file without a row makes one"),
        pytest.param(X, X, X, False, Action.SAME, id="nothing changed"),
        pytest.param(X, X, Y, False, Action.AGREE, id="both changed to the same"),
        pytest.param(X, X, "", False, Action.AGREE, id="a row that was exported by hand meets its file"),
        pytest.param(Y, X, X, False, Action.UPDATE, id="a file that changed updates the row"),
        pytest.param(X, Y, X, False, Action.EDITED, id="a row that a teacher edited is kept"),
        pytest.param(Y, Z, X, False, Action.CONFLICT, id="both changed is a conflict"),
        pytest.param(
            Y, Z, "", False, Action.CONFLICT, id="a row that never had this file is not overwritten"
        ),
        pytest.param(None, X, X, False, Action.RETIRE, id="a file that went away retires the row"),
        pytest.param(None, Y, X, False, Action.CONFLICT, id="a file that went away from an edited row"),
        pytest.param(None, X, "", False, Action.LOCAL, id="a row made in the admin has no file to miss"),
        pytest.param(None, X, X, True, Action.GONE, id="a retired row without a file stays retired"),
        pytest.param(None, Y, X, True, Action.GONE, id="an edited retired row without a file stays retired"),
        pytest.param(X, X, X, True, Action.REVIVE, id="a file that returns un-retires the row"),
        pytest.param(X, Y, X, True, Action.REVIVE, id="a file that returns un-retires an edited row"),
        pytest.param(Y, X, X, True, Action.UPDATE, id="a file that returns changed updates the row"),
        pytest.param(Y, Z, X, True, Action.CONFLICT, id="a file that returns changed to an edited row"),
    ],
)
def test_the_table_says(file, row, agreed, retired, action):
    assert decide(file, row, agreed, retired) is action


@pytest.mark.parametrize("file", [None, X, Y, Z])
@pytest.mark.parametrize("row", [X, Y, Z])
@pytest.mark.parametrize("agreed", ["", X])
@pytest.mark.parametrize("retired", [False, True])
def test_a_row_that_changed_alone_is_never_overwritten(file, row, agreed, retired):
    overwrites = decide(file, row, agreed, retired) is Action.UPDATE
    assert not overwrites or row == agreed
