"""Where each record answers: on a page of its own, or at its place in a list."""

from __future__ import annotations

_PAGES = {
    "assessments": "/assessments/{}/",
    "commitments": "/commitments/{}/",
    "constellations": "/constellations/{}/",
    "goals": "/goals/{}/",
    "indicators": "/indicators/{}/",
    "meetings": "/meetings/{}/",
    "organizations": "/partners/{}/",
    "strategies": "/strategies/{}/",
    "templates": "/assessments/templates/{}/",
    "agreements": "/agreements/#{}",
    "bodies": "/people/#{}",
    "decisions": "/decisions/#{}",
    "funding": "/funding/#{}",
    "sources": "/sources/#{}",
}


def address_of(kind: str, ident: str) -> str:
    """The site-absolute address of a record; KeyError where its kind is not shown by itself.

    A section is named as document#section, a seat as body#seat.
    """
    if kind == "sections":
        document, _, anchor = ident.partition("#")
        return f"/compact/{document}/#{anchor}" if anchor else f"/compact/{document}/"
    if kind == "seats":
        body, _, seat = ident.partition("#")
        return f"/people/#{body}-{seat}"
    return _PAGES[kind].format(ident)


def is_shown(kind: str) -> bool:
    """Whether records of that kind have an address."""
    return kind in _PAGES or kind in {"sections", "seats"}
