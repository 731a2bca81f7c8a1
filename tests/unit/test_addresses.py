"""The ledger of published addresses only ever grows."""

from truenorth.site.addresses import LEDGER, read_ledger, record_addresses


def test_a_site_begins_without_a_ledger(tmp_path):
    assert read_ledger(tmp_path) == ()


def test_what_is_new_is_added_in_order_and_nothing_is_lost(tmp_path):
    (tmp_path / "data").mkdir()
    assert record_addresses(tmp_path, ["/b/", "/"]) == 2
    assert record_addresses(tmp_path, ["/a/", "/b/"]) == 1
    assert read_ledger(tmp_path) == ("/", "/a/", "/b/")


def test_the_file_says_what_it_is_and_stays_as_it_was_without_news(tmp_path):
    (tmp_path / "data").mkdir()
    record_addresses(tmp_path, ["/"])
    before = (tmp_path / LEDGER).read_bytes()
    assert before.startswith(b"# ")
    assert record_addresses(tmp_path, ["/"]) == 0
    assert (tmp_path / LEDGER).read_bytes() == before
