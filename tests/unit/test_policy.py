"""The content security policy names each inline script of its page, and allows nothing unsafe."""

import base64
import hashlib

from truenorth.site.policy import MARK, inline_scripts, policy, script_hash, with_policy


def test_a_hash_is_that_of_the_script_as_it_stands():
    digest = base64.b64encode(hashlib.sha256(b"let a = 1").digest()).decode()
    assert script_hash("let a = 1") == f"'sha256-{digest}'"


def test_each_script_that_runs_is_named_once():
    html = "<script>a()</script><script>b()</script><script type='module'>a()</script>"
    stated = policy(html)
    assert stated.count("'sha256-") == 2
    assert script_hash("a()") in stated
    assert script_hash("b()") in stated


def test_data_blocks_and_script_files_need_no_hash():
    html = (
        '<script type="application/ld+json">{}</script><script type="application/json">{}</script>'
        '<script src="x.js"></script>'
    )
    assert inline_scripts(html) == []


def test_everything_else_is_refused():
    stated = policy("<p></p>")
    assert stated.startswith("default-src 'none'; ")
    assert "unsafe" not in stated
    assert "http" not in stated


def test_the_policy_takes_the_place_of_the_mark():
    html = with_policy(f"<head>{MARK}<script>a()</script></head>")
    assert MARK not in html
    assert html.index("Content-Security-Policy") < html.index("<script>")
    assert script_hash("a()") in html
