"""Work groups that form around a need."""

from __future__ import annotations

from typing import Literal

from truenorth.fields import Visibility, date, ident, record, ref, value, visibility

ConstellationStatus = Literal["forming", "active", "paused", "completed", "disbanded", "merged"]


@record
class Chair:
    """Who chairs a constellation."""

    person: str | None = value("The person, where named", default=None)
    organization: str | None = ref("organizations", "On behalf of which organization", default=None)
    since: str | None = date("From when", default=None)
    until: str | None = date("Until when", default=None)
    sources: tuple[str, ...] = ref("sources", "Where that is said", default=())


@record
class Constellation:
    """A work group that forms around a need and ends with it: data/constellations.yml."""

    id: str = ident("Permanent id of the constellation", "laepp")
    name: str = value("Its name")
    sources: tuple[str, ...] = ref("sources", "Where it is named or described")
    attractor: str | None = value("The need or opportunity that draws people to it", default=None)
    goals: tuple[str, ...] = ref("goals", "The goals it serves", default=())
    indicators: tuple[str, ...] = ref("indicators", "The indicators it works on", default=())
    conveners: tuple[str, ...] = ref("organizations", "Who convenes it", default=())
    chairs: tuple[Chair, ...] = value("Who chairs it, and who chaired it", default=())
    members: tuple[str, ...] = ref("organizations", "Who takes part", default=())
    part_of: str | None = ref("constellations", "The larger one it belongs to", default=None)
    open_to_join: str | None = value("How to join, where known", default=None)
    status: ConstellationStatus | None = value("Its state; leave out where no source says", default=None)  # fmt: skip
    since: str | None = date("From when", default=None)
    until: str | None = date("Until when", default=None)
    end_reason: str | None = value("Why it ended", default=None)
    successor: str | None = ref("constellations", "What took its place", default=None)
    outputs: tuple[str, ...] = value("What it has made, each as a phrase", default=())
    note: str | None = value("What a reader should know about it", default=None)
    visibility: Visibility = visibility()
