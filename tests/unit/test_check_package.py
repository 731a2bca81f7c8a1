"""Any Data Package in the world: problems or a clean bill, never a traceback."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from truenorth.problems import Problems
from truenorth.sources.data_package import check_package

ROWS = "id,name\n1,Ada\n2,Bo\n"
FIELDS = [{"name": "id", "type": "integer"}, {"name": "name", "type": "string"}]


def resource(**more):
    return {"name": "people", "path": "people.csv", "schema": {"fields": FIELDS}, **more}


def check(folder, package=None, files=None, *, name="datapackage.json"):
    folder.mkdir(exist_ok=True)
    for file, content in (files if files is not None else {"people.csv": ROWS}).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    if package is not None:
        text = package if isinstance(package, str) else json.dumps(package, indent=2)
        (folder / name).write_text(text, encoding="utf-8")
    problems = Problems()
    check_package(folder, problems)
    return [(p.severity, p.code, p.place.file, p.place.line) for p in problems]


def codes(found):
    return [(severity, code) for severity, code, _, _ in found]


def package(**more):
    return {"name": "people", "resources": [resource()], **more}


V1 = package(
    profile="tabular-data-package",
    licenses=[{"name": "ODC-PDDL-1.0", "path": "https://example.org", "title": "PDDL"}],
    sources=[{"title": "Census"}],
    contributors=[{"title": "Ada", "role": "author"}],
    keywords=["people"],
    homepage="https://example.org",
    our_own_property={"a": 1},
)
V2 = {
    "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
    "version": "1.0",
    "contributors": [{"title": "Ada", "roles": ["author"], "givenName": "Ada"}],
    "sources": [{"title": "Census", "version": "2020"}],
    "resources": [
        resource(
            type="table",
            schema={
                "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
                "fieldsMatch": "exact",
                "missingValues": [{"value": "-99", "label": "unknown"}, ""],
                "primaryKey": "id",
                "uniqueKeys": [["name"]],
                "fields": [
                    {"name": "id", "type": "integer", "categories": [1, 2]},
                    {"name": "name", "type": "string", "missingValues": ["?"]},
                ],
            },
        )
    ],
}


@pytest.mark.parametrize("made", [V1, V2], ids=["v1", "v2"])
def test_sound_packages_get_a_clean_bill(tmp_path, made):
    assert check(tmp_path, made) == []


@pytest.mark.parametrize("name", ["datapackage.yaml", "datapackage.yml"])
def test_a_descriptor_in_yaml(tmp_path, name):
    text = (
        "resources:\n  - name: people\n    path: people.csv\n    schema:\n      fields:\n"
        "        - {name: id, type: integer, constraints: {minimum: 2}}\n        - name: name\n"
    )
    assert check(tmp_path, text, name=name) == [("error", "table-limit", "people.csv", 2)]


def test_the_descriptor_itself_may_be_named(tmp_path):
    check(tmp_path, package())
    (tmp_path / "datapackage.json").rename(tmp_path / "other.json")
    problems = Problems()
    check_package(tmp_path / "other.json", problems)
    assert len(problems) == 0


def test_a_license_with_an_id_but_no_name_is_a_warning(tmp_path):
    made = package(licenses=[{"id": "odc-by", "url": "https://example.org"}])
    (found,) = check(tmp_path, made)
    assert found[:2] == ("warning", "license-id")
    assert found[3] > 1


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "json-syntax", 1),
        ("{", "json-syntax", 1),
        ('{\n"name": "a",\n}', "json-syntax", 3),
        ("{\n'name': 1}", "json-syntax", 2),
        ("[" * 100_000, "json-syntax", 1),
        ('{"a": NaN}', "json-syntax", 1),
        ("[1]", "package-shape", 1),
        ('"words"', "package-shape", 1),
        ("null", "package-shape", 1),
        ('{"name": "a"}', "package-resources", 1),
        ('{\n"resources": {}}', "package-resources", 2),
        ('{"resources":\n[5]}', "package-shape", 2),
        ('{"resources":\n[{"name": "a"}]}', "resource-path", 2),
        ('{"resources":\n[{"name": "a", "path": 5}]}', "package-shape", 2),
        ('{"resources":\n[{"name": "a", "path": []}]}', "package-shape", 2),
    ],
)
def test_descriptors_that_cannot_be_used(tmp_path, text, code, line):
    assert ("error", code, "datapackage.json", line) in check(tmp_path, text)


def test_folders_without_a_package(tmp_path):
    assert codes(check(tmp_path / "a", files={})) == [("error", "package-descriptor-missing")]
    assert codes(check(tmp_path / "b")) == [("error", "package-descriptor-missing")]
    problems = Problems()
    check_package(tmp_path / "nowhere", problems)
    assert [p.code for p in problems] == ["package-missing"]


def test_a_declared_separator_is_fine_and_an_undeclared_one_is_not(tmp_path):
    rows = ROWS.replace(",", ";")
    declared = package(resources=[resource(dialect={"delimiter": ";"})])
    assert check(tmp_path, declared, {"people.csv": rows}) == []
    found = check(tmp_path, package(), {"people.csv": rows})
    assert codes(found) == [("error", "table-delimiter")]


def test_other_dialects(tmp_path):
    dialect = {"quoteChar": "'", "doubleQuote": False, "escapeChar": "\\", "header": False,
               "skipInitialSpace": True, "commentChar": "#"}  # fmt: skip
    rows = "# people\n1, 'A, d\\'a'\n2, Bo\n"
    made = package(resources=[resource(dialect=dialect)])
    assert check(tmp_path, made, {"people.csv": rows}) == []
    tabs = package(resources=[resource(path="people.tsv")])
    assert check(tmp_path, tabs, {"people.tsv": ROWS.replace(",", "\t")}) == []


@pytest.mark.parametrize("dialect", [5, [], {"delimiter": ";;"}, {"delimiter": 5}, "no.json"])
def test_dialects_that_cannot_be_used(tmp_path, dialect):
    found = check(tmp_path, package(resources=[resource(dialect=dialect)]))
    assert found
    assert all(severity == "error" for severity, *_ in found)


def test_a_schema_may_be_a_file_of_its_own(tmp_path):
    made = package(resources=[resource(schema="schema.json")])
    files = {"people.csv": ROWS.replace("1,", "x,"), "schema.json": json.dumps({"fields": FIELDS})}
    assert check(tmp_path, made, files) == [("error", "table-text-in-number", "people.csv", 2)]
    files["schema.json"] = "{"
    assert check(tmp_path, made, files) == [("error", "json-syntax", "schema.json", 1)]
    for path in ("https://example.org/schema.json", "../schema.json"):
        found = check(tmp_path, package(resources=[resource(schema=path)]))
        assert codes(found)[0] in [("error", "path-remote"), ("error", "path-leaves-folder")]


@pytest.mark.parametrize(
    "data",
    [
        [["id", "name"], [1, "Ada"], [2, None]],
        [{"id": 1, "name": "Ada"}, {"name": "Bo", "id": 2}],
    ],
)
def test_rows_inside_the_descriptor(tmp_path, data):
    inline = {"name": "people", "data": data, "schema": {"fields": FIELDS}}
    assert check(tmp_path, {"resources": [inline]}, {}) == []
    broken = json.loads(json.dumps(inline).replace("1", '"x"', 1))
    (found,) = check(tmp_path, {"resources": [broken]}, {})
    assert found[:3] == ("error", "table-text-in-number", "datapackage.json")


@pytest.mark.parametrize("data", ["words", 5, None, {"a": 1}, [], [1, 2], [[], {}]])
def test_data_that_is_no_table_is_left_alone(tmp_path, data):
    assert check(tmp_path, {"resources": [{"name": "x", "data": data}]}, {}) == []


def test_references_between_tables(tmp_path):
    key = {"fields": "id", "reference": {"resource": "people", "fields": "id"}}
    visits = resource(name="visits", path="visits.csv", schema={
        "fields": [{"name": "id", "type": "integer"}], "foreignKeys": [key],
    })  # fmt: skip
    files = {"people.csv": ROWS, "visits.csv": "id\n1\n3\n"}
    made = {"resources": [resource(), visits]}
    assert check(tmp_path, made, files) == [("error", "table-reference", "visits.csv", 3)]
    key["reference"] = {"resource": "elsewhere", "fields": "id"}
    (found,) = check(tmp_path, made, files)
    assert found[:2] == ("error", "schema-reference")
    written = (tmp_path / "datapackage.json").read_text(encoding="utf-8").split("\n")
    assert '"resource": "elsewhere"' in written[found[3] - 1]


@pytest.mark.parametrize(
    "keys",
    [
        5,
        [5],
        [{}],
        [{"fields": "id"}],
        [{"reference": 5}],
        [{"fields": "no", "reference": {"resource": "", "fields": "id"}}],
    ],
)
def test_references_that_make_no_sense(tmp_path, keys):
    made = package(resources=[resource(schema={"fields": FIELDS, "foreignKeys": keys})])
    assert check(tmp_path, made)


@pytest.mark.parametrize("path", ["people.csv.gz", "people.zip", "people.xlsx", "people.parquet"])
def test_packed_tables_are_a_warning(tmp_path, path):
    made = package(resources=[resource(path=path)])
    files = {path: gzip.compress(ROWS.encode())}
    assert codes(check(tmp_path, made, files)) == [("warning", "resource-format")]


def test_a_file_that_is_no_table_only_has_to_be_there(tmp_path):
    made = {"resources": [{"name": "map", "path": "map.geojson"}]}
    assert check(tmp_path, made, {"map.geojson": "{}"}) == []
    assert codes(check(tmp_path / "b", made, {})) == [("error", "data-file-missing")]


def test_a_declared_encoding_is_used(tmp_path):
    made = package(resources=[resource(encoding="iso-8859-1")])
    files = {"people.csv": ROWS.replace("Ada", "Zoë").encode("iso-8859-1")}
    assert check(tmp_path, made, files) == []
    for encoding in ("utf-99", "hex", "idna\0"):
        made = package(resources=[resource(encoding=encoding)])
        assert codes(check(tmp_path, made, files)) == [("error", "text-encoding")]


def test_what_is_legal_and_a_trap_is_a_warning(tmp_path):
    rows = "id,name\n 1,=1+1\n\n2,Bo \n"
    assert codes(check(tmp_path, package(licence="x", resource=1), {"people.csv": rows})) == [
        ("warning", "package-key-unknown"), ("warning", "package-key-unknown"),
        ("warning", "table-formula"), ("warning", "table-padded-number"),
        ("warning", "table-blank-row"),
    ]  # fmt: skip


def test_a_table_without_schema_still_has_to_be_whole(tmp_path):
    made = {"resources": [{"name": "people", "path": "people.csv"}]}
    assert check(tmp_path, made) == []
    found = check(tmp_path, made, {"people.csv": ROWS + "3\n"})
    assert found == [("error", "table-short-row", "people.csv", 4)]


def test_names_are_needed_once(tmp_path):
    twice = {"resources": [resource(), resource()]}
    assert codes(check(tmp_path, twice)) == [("error", "resource-name")]
    nameless = {"resources": [{"path": "people.csv"}]}
    assert codes(check(tmp_path, nameless)) == [("error", "resource-name")]


ODD = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["", "id", "people.csv", "x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["name", "type", "fields", "reference", "resource", "constraints", "a"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
SPOTS = ["licenses", "sources", "contributors", "resources", "name", "title"]
INNER = ["name", "path", "data", "schema", "dialect", "encoding", "format", "compression"]
DEEP = ["fields", "primaryKey", "foreignKeys", "missingValues", "uniqueKeys"]
FIELD = ["name", "type", "format", "constraints", "categories", "decimalChar", "groupChar",
         "bareNumber", "trueValues", "missingValues"]  # fmt: skip
LIMITS = ["required", "unique", "minimum", "maximum", "minLength", "pattern", "enum"]


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.sampled_from([0, 1, 2, 3, 4]), st.data(), ODD)
def test_odd_values_anywhere_never_raise(tmp_path, level, data, odd):
    field = dict(FIELDS[0])
    schema = {"fields": [field, FIELDS[1]]}
    made = {"resources": [resource(schema=schema)]}
    limits = {}
    holder, keys = [
        (made, SPOTS), (made["resources"][0], INNER), (schema, DEEP), (field, FIELD),
        (limits, LIMITS),
    ][level]  # fmt: skip
    holder[data.draw(st.sampled_from(keys))] = odd
    if level == 4:
        field["constraints"] = limits
    check(tmp_path, made)
