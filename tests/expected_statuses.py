"""What the example says: the trend rule applied to each headline series."""

EXPECTED = {
    "county-graduation": "improving",
    "ela-met-standard": "improving",
    "math-met-standard": "improving",
    "bachelors-attainment": "improving",
    "unemployment": "improving",
    "preschool-enrollment": "no_clear_change",
    "ag-completion": "no_clear_change",
    "dropout": "no_clear_change",
    "disconnected-youth": "no_clear_change",
    "naep-grade-4-reading": "too_early",
    "naep-grade-8-math": "too_early",
    "college-age-enrollment": "too_early",
    "lausd-graduation": "not_assessed",
}
