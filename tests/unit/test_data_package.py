"""A site's own data packages: house rules, real lines, and nothing guessed."""

from __future__ import annotations

import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from truenorth.problems import Problems
from truenorth.sources import schema_checks
from truenorth.sources.data_package import read_package
from truenorth.sources.table_checks import is_formula

HEAD = "period,place,value,note"
FIELDS = """
        - {name: period, type: string, constraints: {required: true}}
        - {name: place, type: string}
        - {name: value, type: number, constraints: {minimum: 0, maximum: 100}}
        - {name: note, type: string}
"""


def descriptor(path="a.csv", *, fields=FIELDS, resource="", package=""):
    return (
        f"name: a\ntitle: A\n{package}resources:\n  - name: a\n    path: {path}\n{resource}"
        f"    schema:\n      fields:{fields}"
    )


def read(folder, files, cache=None):
    for name, content in files.items():
        content = content if isinstance(content, bytes) else content.encode()
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    problems = Problems()
    package = read_package(folder, "datapackage.yaml", problems, cache)
    return package, [(p.code, p.place.file, p.place.line) for p in problems]


def faults(folder, rows, about=None):
    files = {"datapackage.yaml": about or descriptor(), "a.csv": rows}
    return [(code, line) for code, _, line in read(folder, files)[1]]


def test_rows_come_with_their_files_and_real_lines(tmp_path):
    about = descriptor("[a.csv, b/c.csv]")
    files = {
        "datapackage.yaml": about,
        "a.csv": f'{HEAD}\r\n2016,Here,1.5,"two\r\nlines"\r\n2017,Here,,\r\n',
        "b/c.csv": f"{HEAD}\n2018,There,100,\n",
    }
    package, found = read(tmp_path, files)
    assert found == []
    (resource,) = package.resources
    assert resource.files == ("a.csv", "b/c.csv")
    assert resource.header == ("period", "place", "value", "note")
    assert [(file, row.line) for file, row in resource.rows] == [
        ("a.csv", 2), ("a.csv", 4), ("b/c.csv", 2),
    ]  # fmt: skip
    assert resource.rows[0][1].cells == {
        "period": "2016", "place": "Here", "value": "1.5", "note": "two\nlines",
    }  # fmt: skip
    assert resource.rows[1][1].cells["value"] is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (" 42", "table-padded-number"), ("42 ", "table-padded-number"),
        ("42\u00a0", "table-padded-number"), ('"1,234"', "table-thousands"),
        ("1 234", "table-thousands"), ("1'234", "table-thousands"),
        ('"42,5"', "table-decimal-comma"), ("42%", "table-percent-sign"),
        ("42.5 %", "table-percent-sign"), ("NaN", "table-not-finite"),
        ("-inf", "table-not-finite"), ("n/a", "table-text-in-number"),
        ("*", "table-text-in-number"), ("-", "table-text-in-number"),
        ("~42", "table-text-in-number"), ("4_2", "table-text-in-number"),
        ("٤٢", "table-text-in-number"), ("\u22125", "table-text-in-number"),
        ("  ", "table-text-in-number"), ("=1+1", "table-formula"), ("101", "table-limit"),
        ("-0.1", "table-limit"),
    ],
)  # fmt: skip
def test_a_number_that_is_not_plain(tmp_path, cell, code):
    assert faults(tmp_path, f"{HEAD}\n2016,Here,1,\n2017,Here,{cell},\n") == [(code, 3)]


@pytest.mark.parametrize("cell", ["", "0", "42", "42.", ".5", "+4", "1e1", "007"])
def test_a_number_that_is_plain(tmp_path, cell):
    assert faults(tmp_path, f"{HEAD}\n2016,Here,{cell},\n") == []


@pytest.mark.parametrize("cell", ["=1+1", "=A1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-1+2",
                                  " =1", "\t5", "\nx", "+ A1", "-A1"])  # fmt: skip
def test_a_spreadsheet_would_run_it(cell):
    assert is_formula(cell)


@pytest.mark.parametrize("cell", ["", "-", "--", "+5", "-3.2", "- 3", "+1,234", "a=b", "5-3",
                                  "-5%", "me@here.org", "=", "-2.5e3"])  # fmt: skip
def test_a_spreadsheet_would_leave_it(cell):
    assert not is_formula(cell)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (HEAD + "\n", [("table-header-only", 1)]),
        ("", [("table-empty", 1)]),
        ("\n\n", [("table-empty", 1)]),
        (f"{HEAD}\n2016,Here,1,\n\n,,,\n", [("table-blank-row", 3), ("table-blank-row", 4)]),
        (f"{HEAD}\n2016,Here,1\n2017,Here,1,,\n",
         [("table-short-row", 2), ("table-extra-cell", 3)]),
        (f'{HEAD}\n2016,Here,1,"x\ny\n2017,Here,1,\n', [("table-quote", 2)]),
        (f'{HEAD}\n2016,Here,1,\n2017,Here,1,"x"y\n', [("table-quote", 3)]),
        (f"{HEAD}\n2016,Here,1,\n".replace(",", ";"), [("table-delimiter", 1)]),
        (f"{HEAD}\n2016,Here,1,\n".replace(",", "\t"), [("table-delimiter", 1)]),
        ("period,place,value\n2016,Here,1\n", [("table-column-missing", 1)]),
        (f"{HEAD},more\n2016,Here,1,,\n", [("table-column-unknown", 1)]),
        ("period,place,value,\n2016,Here,1,\n",
         [("table-column-missing", 1), ("table-column-name", 1)]),
        ("place,period,value,note\nHere,2016,1,\n", [("table-column-order", 1)]),
        (f"{HEAD}\n,Here,1,\n", [("table-value-missing", 2)]),
        (f"{HEAD}\n2016,Here ,1,\n", [("table-padded-text", 2)]),
    ],
)  # fmt: skip
def test_a_file_that_is_not_whole(tmp_path, rows, expected):
    assert faults(tmp_path, rows) == expected


def test_faults_of_cells_do_not_hide_one_another(tmp_path):
    rows = f"{HEAD}\n2016,Here, 1,\n,Here,200,=x\n2018,Here,x,\n"
    assert faults(tmp_path, rows) == [
        ("table-padded-number", 2), ("table-formula", 3), ("table-limit", 3),
        ("table-value-missing", 3), ("table-text-in-number", 4),
    ]  # fmt: skip


def test_rows_come_back_when_only_cells_are_at_fault(tmp_path):
    files = {"datapackage.yaml": descriptor(), "a.csv": f"{HEAD}\n2016,Here,x,\n"}
    package, found = read(tmp_path, files)
    assert found
    assert package.resources[0].rows[0][1].cells["value"] == "x"
    files["a.csv"] += "2017,Here\n"
    assert read(tmp_path, files)[0] is None


def test_a_key_may_not_come_twice_also_across_files(tmp_path):
    keyed = "      primaryKey: [period, place]\n"
    about = descriptor("[a.csv, b.csv]", fields=FIELDS) + keyed
    row = f"{HEAD}\n2016,Here,1,\n"
    _, found = read(tmp_path, {"datapackage.yaml": about, "a.csv": row, "b.csv": row})
    assert found == [("table-key-twice", "b.csv", 2)]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("https://example.org/a.csv", "path-remote"), ("ftp://example.org/a.csv", "path-remote"),
        ("s3://bucket/a.csv", "path-remote"), ("//example.org/a.csv", "path-remote"),
        ("file:///etc/passwd", "path-remote"), ("data:text/csv;a", "path-remote"),
        ("../a.csv", "path-leaves-folder"), ("/etc/passwd", "path-leaves-folder"),
        ("C:\\a.csv", "path-leaves-folder"), ("b.csv", "data-file-missing"),
        ("a.xlsx", "resource-format"), ("a.csv.gz", "resource-format"),
    ],
)  # fmt: skip
def test_paths_that_are_refused_without_reaching_for_them(tmp_path, monkeypatch, path, code):
    def refuse(*_):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for name in ("a.csv", "a.xlsx", "a.csv.gz"):
        (tmp_path / name).write_text(f"{HEAD}\n2016,Here,1,\n", encoding="utf-8")
    _, found = read(tmp_path, {"datapackage.yaml": descriptor(f"'{path}'")})
    assert found == [(code, "datapackage.yaml", 5)]


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("- a\n", [("package-shape", 1)]),
        ("just words\n", [("package-shape", 1)]),
        ("name: a\n", [("package-resources", 1)]),
        ("name: a\nresources: []\n", [("package-resources", 2)]),
        ("name: a\nresources:\n  - a.csv\n", [("package-shape", 3)]),
        ("indicator:\n  tier: wanted\nname: a\n", []),
        ("indicator:\n  tier: wanted\nresources: []\n", []),
        (descriptor(package="licence: x\n"), [("package-key-unknown", 3)]),
        (descriptor(resource="    encodng: utf-8\n"), [("package-key-unknown", 6)]),
        (descriptor(resource="    encoding: cp1252\n"), [("resource-encoding", 6)]),
        (descriptor(resource="    dialect: {delimiter: ;}\n"), [("resource-dialect", 6)]),
        (descriptor(resource="    dialect: {delimiter: ','}\n"), []),
        (descriptor(package="licenses: [{id: CC0-1.0}]\n"), [("license-id", 3)]),
        (descriptor(fields="\n        - {name: period, typ: string}\n"),
         [("package-key-unknown", 8), ("table-column-unknown", 1), ("table-column-unknown", 1),
          ("table-column-unknown", 1)]),
    ],
)  # fmt: skip
def test_descriptors(tmp_path, about, expected):
    (tmp_path / "a.csv").write_text(f"{HEAD}\n2016,Here,1,\n", encoding="utf-8")
    _, found = read(tmp_path, {"datapackage.yaml": about})
    told = [(code, line) for code, file, line in found if file == "datapackage.yaml"]
    assert told == [one for one in expected if not one[0].startswith("table")]


@pytest.mark.parametrize(
    "field",
    [
        "{name: value, type: nmber}", "{name: value, type: number, constraints: {pattern: '('}}",
        "{name: value, type: number, constraints: {minimum: low}}",
        "{name: value, type: number, constraints: {minLength: 3}}",
        "{name: value, type: string, constraints: {minimum: 3}}",
        "{name: value, type: number, constraints: {required: maybe}}",
        "{name: value, type: [number]}", "{type: number}", "{name: value, constraints: 5}",
    ],
)  # fmt: skip
def test_a_schema_that_cannot_be_used_is_a_problem(tmp_path, field):
    about = descriptor(fields=f"\n        - {field}\n")
    _, found = read(tmp_path, {"datapackage.yaml": about, "a.csv": "value\n1\n"})
    assert found
    assert {file for _, file, _ in found} == {"datapackage.yaml"}


def test_only_a_clean_verdict_is_remembered(tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    files = {"datapackage.yaml": descriptor(), "a.csv": f"{HEAD}\n2016,Here,500,\n"}
    for _ in range(2):
        assert [one[0] for one in read(tmp_path / "p", files, cache)[1]] == ["table-limit"]
    assert not cache.exists()
    files["a.csv"] = f"{HEAD}\n2016,Here,50,\n"
    assert read(tmp_path / "p", files, cache)[1] == []
    assert len(list(cache.iterdir())) == 1
    judged = []
    monkeypatch.setattr(schema_checks, "_judge", lambda tables: judged.append(tables) or [])
    assert read(tmp_path / "p", files, cache)[1] == []
    assert judged == []
    files["a.csv"] = f"{HEAD}\n2016,Here,51,\n"
    read(tmp_path / "p", files, cache)
    assert len(judged) == 1


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.one_of(st.binary(max_size=80), st.text(alphabet='a1,;"\n\t =-.%', max_size=60)))
def test_any_data_file_is_read_or_a_problem(tmp_path, content):
    rows = content if isinstance(content, bytes) else f"{HEAD}\n{content}"
    read(tmp_path, {"datapackage.yaml": descriptor(), "a.csv": rows})
