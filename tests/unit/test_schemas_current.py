"""The JSON Schemas are those of the models, and the example's files fit them."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from truenorth.format_examples import EXAMPLES
from truenorth.problems import Problems
from truenorth.schemas import ALL_FORMATS, generated, schema
from truenorth.sources.records import read_record, read_records
from truenorth.sources.yaml_text import parse_yaml
from truenorth.written import fields_of, nested

ROOT = Path(__file__).parents[2]
SITES = (ROOT, ROOT / "tests" / "golden" / "small")
FILES = [
    (form, path)
    for form in ALL_FORMATS
    for site in SITES
    for path in sorted(site.glob(form.path))
    if path.suffix != ".md"
]


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2: numbers, true and null are taken for such; dates and yes are text."""


AsEditorsRead.yaml_implicit_resolvers = {
    letter: [(tag, sign) for tag, sign in resolvers
             if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}  # fmt: skip
AsEditorsRead.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf")
)


@pytest.mark.parametrize("path", sorted(generated()))
def test_committed_files_are_the_generated_ones(path: str):
    committed = (ROOT / path).read_text(encoding="utf-8")
    assert committed == generated()[path], "run: python -m truenorth.schemas"


def test_no_schema_is_left_over():
    kept = {path.relative_to(ROOT).as_posix() for path in (ROOT / "data/schemas").iterdir()}
    assert kept == {path for path in generated() if path.startswith("data/schemas/")}


@pytest.mark.parametrize("form", ALL_FORMATS, ids=lambda form: form.name)
def test_each_is_a_schema_and_describes_every_key(form):
    made = schema(form)
    jsonschema.Draft202012Validator.check_schema(made)
    text = json.dumps(made)
    assert "refers_to" not in text
    assert "is_date" not in text
    for model in {
        form.model,
        *filter(None, (nested(h) for _, h in fields_of(form.model).values())),
    }:
        for field in dataclasses.fields(model):
            assert json.dumps(field.metadata["description"], ensure_ascii=True) in text


@pytest.mark.parametrize(("form", "path"), FILES, ids=lambda v: getattr(v, "name", ""))
def test_files_fit_their_schema(form, path: Path):
    data = yaml.load(path.read_text(encoding="utf-8"), AsEditorsRead)
    validator = jsonschema.Draft202012Validator(schema(form))
    assert [f"{list(e.path)}: {e.message}" for e in validator.iter_errors(data)] == []


@pytest.mark.parametrize(("form", "path"), FILES, ids=lambda v: getattr(v, "name", ""))
def test_the_first_line_leads_editors_to_the_schema(form, path: Path):
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (path.parent / first.partition("=")[2]).resolve() == ROOT / form.schema


def test_a_year_without_quotes_is_accepted_and_an_unknown_key_is_not():
    form = next(form for form in ALL_FORMATS if form.name == "register")
    validator = jsonschema.Draft202012Validator(schema(form))
    version = {"label": 2010, "title": "First", "status": "adopted", "text": "full",
               "adopted": 2010}  # fmt: skip
    assert validator.is_valid({"document": "charter", "versions": [version]})
    assert not validator.is_valid({"document": "charter", "versions": [version | {"labl": "x"}]})


@pytest.mark.parametrize("form", ALL_FORMATS, ids=lambda form: form.name)
def test_the_example_of_each_format_is_sound(form):
    problems = Problems()
    file = parse_yaml(EXAMPLES[form.name], form.path, problems)
    if form.is_list:
        (entry,) = read_records(form.model, file, form.key, problems)
    else:
        entry = read_record(form.model, file, (form.key,) if form.key else (), problems)
    assert list(problems) == []
    assert entry.record is not None
    as_edited = yaml.load(EXAMPLES[form.name], AsEditorsRead)
    assert jsonschema.Draft202012Validator(schema(form)).is_valid(as_edited)


def test_the_page_for_people_names_every_file_and_key():
    page = (ROOT / "data/schemas/README.md").read_text(encoding="utf-8")
    for form in ALL_FORMATS:
        for name in fields_of(form.model):
            assert f"| `{name}` |" in page
