"""Site-absolute links become relative to their page, and nothing else is touched."""

import pytest

from truenorth.site.links import relative, relative_address


@pytest.mark.parametrize(
    ("address", "page", "way"),
    [
        ("/", "/", "./"),
        ("/", "/methods/", "../"),
        ("/methods/", "/", "methods/"),
        ("/indicators/reading/", "/indicators/reading/", "./"),
        ("/indicators/reading/#table", "/indicators/reading/", "#table"),
        ("/indicators/reading/data.csv", "/indicators/reading/", "data.csv"),
        ("/compact/charter/#purpose", "/indicators/reading/", "../../compact/charter/#purpose"),
        ("/search/?q=a/b", "/about/", "../search/?q=a/b"),
        ("/assets/a.png", "/about.html", "assets/a.png"),
    ],
)
def test_the_way_from_page_to_address(address, page, way):
    assert relative_address(address, page) == way


def test_every_attribute_that_holds_an_address_is_made_relative():
    html = (
        '<a href="/a/"><img src="/b.png" srcset="/b.png 1x, /c.png 2x"></a>'
        "<form action='/d/'><video poster=\"/e.png\"></video></form>"
    )
    assert relative(html, "/x/") == (
        '<a href="../a/"><img src="../b.png" srcset="../b.png 1x, ../c.png 2x"></a>'
        "<form action='../d/'><video poster=\"../e.png\"></video></form>"
    )


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/a/">x</a>',
        '<a href="//example.org/a/">x</a>',
        '<a href="#part">x</a>',
        '<a href="mailto:a@b.example">x</a>',
        '<p data-href="/a/">/a/ and href="/a/"</p>',
        '<script type="application/ld+json">{"x": "<a href=\\"/a/\\">"}</script>',
        '<!-- <a href="/a/"> -->',
        '<p title="1 > 0">href="/a/"</p>',
    ],
)
def test_other_addresses_and_text_stay_as_they_are(html):
    assert relative(html, "/x/y/") == html


def test_ampersands_stay_escaped():
    assert relative('<a href="/a/?x=1&amp;y=2">', "/b/") == '<a href="../a/?x=1&amp;y=2">'
