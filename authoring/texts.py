"""The two forms of a content file: YAML, and Markdown with YAML in front.

Reading is strict (a doubled key is refused, "no" is a word and not false); writing has one
way only, so that the same content is the same text.
"""

import io
import re
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.representer import SafeRepresenter

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
FENCE = "---\n"
LONG = 96


class BadText(Exception):
    """The text is not of its form; the message says where."""


class _Constructor(SafeConstructor):
    """Dates stay the text that the author wrote: the rules read them themselves."""


_Constructor.add_constructor(
    "tag:yaml.org,2002:timestamp", lambda constructor, node: constructor.construct_scalar(node)
)


class _Representer(SafeRepresenter):
    """Long text as a block, dates without quotes, keys in their own order."""

    def represent_text(self, data):
        if ISO_DATE.fullmatch(data):
            return self.represent_scalar("tag:yaml.org,2002:timestamp", data)
        style = "|" if "\n" in data else ">" if len(data) > LONG else None
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Representer.add_representer(str, _Representer.represent_text)


def _yaml():
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Constructor
    yaml.Representer = _Representer
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.width = LONG
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.sort_base_mapping_type_on_output = False
    return yaml


def parse(text):
    """What the YAML says, of whatever shape."""
    return _yaml().load(text)


def read_yaml(text):
    """The mapping in the text."""
    try:
        data = parse(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadText(f"linje {line} er ikke gyldig YAML: {error.problem}") from error
    except (YAMLError, ValueError) as error:
        raise BadText(f"teksten er ikke gyldig YAML: {' '.join(str(error).split())}") from error
    if not isinstance(data, dict):
        raise BadText("filen skal bestå af felter, fx »title: Kaution«")
    return data


def write_yaml(data):
    """The mapping as text, keys in their own order."""
    stream = io.StringIO()
    _yaml().dump(data, stream)
    return stream.getvalue()


@dataclass(frozen=True)
class Form:
    """How a kind of content is written; `body` names the field below the front matter."""

    body: str | None = None

    def read(self, text):
        """The fields of a file."""
        text = text.replace("\r\n", "\n").removeprefix("\ufeff")
        if self.body is None:
            return read_yaml(text)
        if not text.startswith(FENCE) or f"\n{FENCE}" not in text[len(FENCE) - 1 :]:
            raise BadText("filen skal begynde med felter mellem to linjer »---«")
        front, body = text[len(FENCE) :].split(f"\n{FENCE}", 1)
        fields = read_yaml(front)
        if self.body in fields:
            raise BadText(f"feltet »{self.body}« er selve teksten og skal ikke stå i toppen")
        return fields | {self.body: body.strip("\n") + "\n"}

    def write(self, fields):
        """The fields as a file."""
        if self.body is None:
            return write_yaml(fields)
        front = {key: value for key, value in fields.items() if key != self.body}
        body = fields.get(self.body, "").strip("\n")
        return f"{FENCE}{write_yaml(front)}{FENCE}\n{body}\n"


YAML_FILE = Form()


def markdown_file(body="body"):
    """Markdown with YAML in front; the text is the field `body`."""
    return Form(body)
