"""What readers take along: the figures as published, safe in a spreadsheet, and described."""

import json

import pytest

from tests.town import indicator, year
from truenorth.problems import Problems
from truenorth.site.data_file import is_formula, one_csv, safe_cell
from truenorth.site.metadata import absolute_within, as_script, with_absolute_text
from truenorth.site.package_file import package_json, stated
from truenorth.sources.data_package import check_package

CSV = b"period,end,value\n2016-17,2017,51.5\n2017-18,2018,-3.2\n"
WRITTEN = {
    "name": "reading",
    "title": "Reading",
    "licenses": [{"name": "CC0-1.0", "title": "Public domain"}],
    "sources": [{"title": "A survey"}],
    "resources": [
        {
            "name": "reading",
            "path": "reading.csv",
            "schema": {
                "missingValues": [""],
                "fields": [
                    {"name": "period", "type": "string", "constraints": {"minLength": "4"}},
                    {
                        "name": "end",
                        "type": "integer",
                        "constraints": {
                            "required": True,
                            "minimum": "1900",
                            "enum": ["2017", "2018"],
                        },
                    },
                    {
                        "name": "value",
                        "type": "number",
                        "constraints": {"minimum": "-5", "maximum": "99.5"},
                    },
                ],
            },
        }
    ],
    "indicator": {"polarity": "higher"},
}


def test_one_safe_file_is_published_byte_for_byte():
    assert one_csv([CSV]) == CSV


def test_several_files_become_one_table():
    more = b"period,end,gender,value\n2016-17,2017,Girls,55.0\n"
    assert one_csv([CSV, more]).decode() == (
        "period,end,value,gender\n2016-17,2017,51.5,\n2017-18,2018,-3.2,\n2016-17,2017,55.0,Girls\n"
    )


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-cmd|x", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_run_is_text(cell):
    assert safe_cell(cell) == f"'{cell}"
    published = one_csv([f'note\n"{cell}"\n'.encode()]).decode()
    assert f"'{cell}" in published


@pytest.mark.parametrize("cell", ["-3.2", "+4", "", "a=b", "Girls"])
def test_numbers_and_words_stay_as_they_are(cell):
    assert not is_formula(cell)


def package():
    return json.loads(package_json(indicator(year(2017, 51.5)), WRITTEN, CSV, "0f"))


def test_the_descriptor_names_the_published_file():
    resource = package()["resources"][0]
    assert resource["path"] == "data.csv"
    assert resource["bytes"] == len(CSV)
    assert resource["hash"] == "sha256:0f"


def test_numbers_are_numbers_again():
    period, end, value = package()["resources"][0]["schema"]["fields"]
    assert period["constraints"] == {"minLength": 4}
    assert end["constraints"] == {"required": True, "minimum": 1900, "enum": [2017, 2018]}
    assert value["constraints"] == {"minimum": -5, "maximum": 99.5}


def test_only_our_one_key_is_added_and_says_nothing_that_was_left_unsaid():
    found = package()
    assert set(found) == {"name", "title", "licenses", "sources", "resources", "indicator"}
    assert found["indicator"]["polarity"] == "higher"
    assert None not in found["indicator"].values()


def test_the_published_package_passes_our_own_check(tmp_path):
    (tmp_path / "data.csv").write_bytes(CSV)
    (tmp_path / "datapackage.json").write_text(json.dumps(package()), encoding="utf-8")
    problems = Problems()
    check_package(tmp_path, problems)
    assert [problem.what for problem in problems] == []


def test_stated_keeps_zero_and_false():
    assert stated({"a": 0, "b": False, "c": None, "d": (), "e": {"f": None}}) == {
        "a": 0,
        "b": False,
        "e": {},
    }


def test_addresses_in_metadata_are_whole_ones():
    block = {
        "@id": "/a/",
        "list": [{"url": "/b.csv"}],
        "name": "a/b",
        "other": "https://x.example/",
    }
    assert absolute_within(block, "https://s.example/sub/") == {
        "@id": "https://s.example/sub/a/",
        "list": [{"url": "https://s.example/sub/b.csv"}],
        "name": "a/b",
        "other": "https://x.example/",
    }


def test_metadata_cannot_end_its_script():
    assert "</" not in as_script({"name": "</script><script>alert(1)</script>"})


def test_an_address_shown_as_text_is_a_whole_one():
    html = '<span class="tn-absolute">/a/</span> <span>/a/</span>'
    assert with_absolute_text(html, "https://s.example/") == (
        '<span class="tn-absolute">https://s.example/a/</span> <span>/a/</span>'
    )
