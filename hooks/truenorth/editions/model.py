"""An edition of the report card: what was said on a day, frozen."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from truenorth.fields import ident, record, value, yes_no

Kind = Literal["baseline", "annual", "interim"]
FrozenWord = Literal["improving", "worsening", "no_clear_change", "too_early", "baseline_only", "not_assessed", "wanted"]  # fmt: skip
DAY = r"^\d{4}-\d{2}-\d{2}$"
SHA256 = r"^[0-9a-f]{64}$"
FILE = r"^(main\.html|SHA256SUMS|data/[a-z0-9-]+\.csv|charts/[a-z0-9-]+(\.inline)?\.svg)$"


@record
class FrozenCounts:
    """How many indicators had which status."""

    indicators: int = value("All indicators, with those that are only wanted", ge=0)
    improving: int = value("How many were improving", ge=0)
    worsening: int = value("How many were getting worse", ge=0)
    no_clear_change: int = value("How many had no clear change", ge=0)
    too_early: int = value("How many were too early to say", ge=0)
    baseline_only: int = value("How many had one comparable figure", ge=0)
    not_assessed: int = value("How many were not assessed", ge=0)
    wanted: int = value("How many had no figures", ge=0)
    resting_on_latest: int = value("How many statuses rested on their latest figure alone", ge=0)


@record
class FrozenStatus:
    """What was said of one indicator, and from what."""

    indicator: str = value("The indicator's id on that day")
    title: str = value("Its title on that day")
    unit: str = value("Its unit", example="percent")
    decimals: int = value("Digits after the point", ge=0)
    status: FrozenWord = value("The status")
    n: int = value("How many figures the status was found from", ge=0)
    method: str | None = value("The rule and its version", default=None, example="trend/1")
    inputs: tuple[str, ...] = value("The periods of those figures", default=())
    p: float | None = value("How often chance alone would make such an order", default=None)
    slope: float | None = value("The change for each year, in the unit", default=None)
    rests_on_latest: bool = yes_no("Whether the latest figure alone makes the status", default=False)  # fmt: skip
    latest_period: str | None = value("The period of the latest figure", default=None)
    latest: float | None = value("The latest figure, in the unit", default=None)
    latest_shown: str | None = value("The latest figure in words", default=None, example="86.1%")
    base_period: str | None = value("The period of the base point", default=None)
    base: float | None = value("The figure of the base point", default=None)
    change: float | None = value("From base to latest, in the unit", default=None)


@record
class TextInForce:
    """A governing text as it was in force."""

    document: str = value("The text's id", example="charter")
    title: str = value("The text's title")
    version: str = value("The version in force", example="2021")
    sha256: str | None = value("The fingerprint of its adopted text, where it is held", default=None, pattern=SHA256)  # fmt: skip


@record
class FrozenFile:
    """A file of the edition and its fingerprint."""

    path: str = value("Its path in the edition's folder", example="data/reading.csv", pattern=FILE)
    sha256: str = value("Its SHA-256", pattern=SHA256)


@record
class Erratum:
    """A mistake that was found after publication."""

    date: str = value("The day on which it is told", example="2027-01-15", pattern=DAY, is_date=True)  # fmt: skip
    text: str = value("What is wrong, and what is right", example="The share for 2020-21 is 71, not 74.")  # fmt: skip


@record
class Edition:
    """An edition: data/editions/<id>/edition.yml. Only errata may change once it is published."""

    id: str = ident("The edition's id, the name of its folder", "2026")
    kind: Kind = value("The baseline report, a yearly edition, or one in between")
    title: str = value("Its title", example="Report card 2026")
    date: str = value("The day on which it was frozen", example="2026-11-23", pattern=DAY, is_date=True)  # fmt: skip
    methods: tuple[str, ...] = value("The rules by which statuses were found, with versions", example="trend/1")  # fmt: skip
    counts: FrozenCounts = value("How many indicators had which status")
    indicators: tuple[FrozenStatus, ...] = value("What was said of each indicator")
    files: tuple[FrozenFile, ...] = value("Every other file of the edition")
    seal: str = value("The SHA-256 of all lines above this one", pattern=SHA256)
    data_through: str | None = value("The newest period that has a figure", default=None, example="2024-25")  # fmt: skip
    texts: tuple[TextInForce, ...] = value("The texts that were in force", default=())
    embargo_until: str | None = value("The day from which it is published; until then the repository must be private", default=None, example="2026-12-01", pattern=DAY, is_date=True)  # fmt: skip
    errata: tuple[Erratum, ...] = value("Mistakes found later, below the seal", default=())

    def is_out(self, today: datetime.date) -> bool:
        """Whether it may be shown on that day."""
        return self.embargo_until is None or self.embargo_until <= today.isoformat()


@dataclass(frozen=True)
class PublishedEdition:
    """An edition with its files as bytes, by their paths in its folder."""

    record: Edition
    folder: str
    files: Mapping[str, bytes]

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def main(self) -> str:
        """The main part of its page, with a marker for each picture."""
        return self.files["main.html"].decode("utf-8")

    @property
    def pictures(self) -> dict[str, str]:
        """The pictures that stand in its page, by the names of their markers."""
        return {
            path.removeprefix("charts/").removesuffix(INLINE): content.decode("utf-8")
            for path, content in self.files.items()
            if path.endswith(INLINE)
        }

    def table(self, indicator: str) -> str:
        """The figures of an indicator as CSV; empty where it had none."""
        return self.files.get(f"data/{indicator}.csv", b"").decode("utf-8")


INLINE = ".inline.svg"
