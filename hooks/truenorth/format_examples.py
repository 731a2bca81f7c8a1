"""A short, sound example of each kind of file, for the page that explains the formats.

The examples are about a place that does not exist. A test reads each of them
with the same checks as a real file.
"""

from __future__ import annotations

from collections.abc import Mapping

EXAMPLES: Mapping[str, str] = {
    "partnership": """\
name: The Riverbend Partnership
short_name: Riverbend
sentence: Schools, city and families of Riverbend work together so that every child reads.
form: compact
signed: true
contact: partners@riverbend.example
repository: https://github.com/riverbend/partnership
places:
  - id: riverbend
    name: Riverbend
    kind: city
founded: 2015
history:
  - id: first-meeting
    text: The first meeting takes place in the library.
    date: 2015-03
    sources: [founding-report]
""",
    "sources": """\
sources:
  - id: founding-report
    title: How Riverbend began
    publisher: City of Riverbend
    kind: report
    date: 2015-06-30
    url: https://riverbend.example/report.pdf
""",
    "organizations": """\
organizations:
  - id: riverbend-schools
    name: Riverbend Schools
    sector: education_k12
    roles:
      - role: signer
      - role: convener
        constellation: reading-circle
        since: 2016
""",
    "goals": """\
goals:
  - id: read
    order: 1
    title: Reading well
    statement: Every child reads well by the end of grade 3.
    population: students in grade 3
    section: goals#goal-1
    sources: [founding-report]
""",
    "bodies": """\
bodies:
  - id: stewards
    name: Stewards
    purpose: Keep the partnership on course.
    who: Leaders of the three organizations
    functions:
      - review the report card
    rhythm: four times a year
    sources: [founding-report]
""",
    "constellations": """\
constellations:
  - id: reading-circle
    name: Reading Circle
    attractor: Teachers and librarians saw the same children struggle.
    goals: [read]
    indicators: [reading]
    conveners: [riverbend-schools]
    status: active
    since: 2016
    sources: [founding-report]
""",
    "funding": """\
funding:
  - id: reading-circle-seed
    title: Seed money for the Reading Circle
    kind: seed
    funders: [otter-foundation]
    recipients:
      - constellation: reading-circle
        purpose: convening
    amount: 25000
    since: 2016-01
    until: 2016-12
    sources: [founding-report]
""",
    "agreements": """\
agreements:
  - id: reading-data
    title: Sharing reading results
    kind: data_sharing
    form: bilateral
    parties: [riverbend-schools, city-of-riverbend]
    enables: The library sees which grades need more books.
    sources: [founding-report]
""",
    "register": """\
document: charter
versions:
  - label: 2015
    title: The first charter
    status: adopted
    text: full
    adopted: 2015-06-30
    historical: true
    decision: not_recorded
    evidence: [founding-report]
signatures:
  - version: 2015
    organization: riverbend-schools
    action: signed
    office: Superintendent
    date: 2015-06-30
    evidence: [founding-report]
""",
    "redirects": """\
redirects:
  - address: /indicators/reading-4/
    now_at: /indicators/reading/
    reason: The indicator covers grade 3 since 2019.
""",
    "datapackage": """\
name: reading
title: Reading at grade level
description: Share of students in grade 3 who read at grade level.
licenses:
  - name: CC0-1.0
sources:
  - title: Reading results by grade
resources:
  - name: reading
    path: reading.csv
    schema:
      fields:
        - {name: period, type: string}
        - {name: end, type: integer}
        - {name: geography, type: string}
        - {name: gender, type: string}
        - {name: value, type: number}
indicator:
  polarity: higher
  unit: percent
  tier: headline
  goals: [read]
  definition: The share of students in grade 3 whose reading test met the standard.
  geography: riverbend
  sources: [reading-results]
  dimensions:
    - id: gender
      title: By gender
      groups:
        - {name: Female, label: girls}
        - {name: Male, label: boys}
  breaks:
    - period: 2020-21
      reason: the test was replaced by a shorter one
  base_point:
    period: 2016-17
    reason: The first year of the partnership.
""",
    "projection": """\
made_on: 2022-10-14
data_through: 2021-22
method: judgement
retrospective: false
authors: [The Reading Circle]
rationale: Two schools lose their reading teachers next year, and nothing else is planned.
sha256: 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
""",
    "edition": """\
id: 2022
kind: baseline
title: Baseline report 2022
date: 2022-11-23
methods: [trend/1]
counts:
  indicators: 1
  improving: 0
  worsening: 0
  no_clear_change: 0
  too_early: 1
  baseline_only: 0
  not_assessed: 0
  wanted: 0
  resting_on_latest: 0
indicators:
  - indicator: reading
    title: Reading at grade level
    unit: percent
    decimals: 1
    status: too_early
    n: 3
    method: trend/1
    inputs: [2019-20, 2020-21, 2021-22]
    latest_period: 2021-22
    latest: 51.5
files:
  - path: main.html
    sha256: 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
seal: 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
errata:
  - date: 2023-01-15
    text: The share for 2020-21 is 49.1 percent, not 49.7.
""",
    "disclosure": """\
preset: california
people: students
coding:
  - from_n: 40
    at_least: 95
    at_most: 5
sources:
  - indicators: [reading]
    min_n: 30
    reason: The state gives no figure for fewer than 30 students.
overrides:
  - indicator: reading
    periods: [2016-17]
    reason: The district had printed the table in its yearbook.
    signed_by: Superintendent of Riverbend Schools
    date: 2017-10-02
""",
    "decisions": """\
decisions:
  - id: adopt-charter-2026
    title: A place for young people in the charter
    body: stewards
    date: 2026-03-03
    method: vote
    tally: {members: 15, present: 12, votes_for: 9, votes_against: 2, abstained: 1}
    changes: ["charter@2026"]
    sources: [founding-report]
""",
    "common_agenda": """\
elements:
  - element: goal_for_change
    sections: [charter#purpose]
    last_review: 2026-01
    next_review: 2027-01
""",
    "document": """\
title: Charter
kind: charter
text: full
summary: The charter says why the partners work together and how.
""",
    "story": """\
indicator: reading
authors: [The Reading Circle]
date: 2022-10
sources: [reading-results]
""",
    "page": """\
title: About
description: What the Riverbend Partnership is.
""",
}
