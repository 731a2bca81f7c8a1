"""The workflows hold what SECURITY.md says of them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent

SCHEMAS = {
    "github-workflows": [f"workflows/{file.name}" for file in WORKFLOWS],
    "dependabot": ["dependabot.yml"],
    "github-issue-forms": ["ISSUE_TEMPLATE/report-problem.yml"],
    "github-issue-config": ["ISSUE_TEMPLATE/config.yml"],
}


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def read(file: Path) -> dict:
    # BaseLoader keeps `on` a word.
    return yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)


def steps(workflow: dict) -> list[dict]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.fixture(params=WORKFLOWS, ids=lambda file: file.stem)
def workflow(request) -> dict:
    return read(request.param)


def test_zizmor_finds_nothing():
    result = run(BIN / "zizmor", "--offline", "--persona", "auditor", "--no-progress", GITHUB)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_fit_their_schema(schema):
    files = [GITHUB / name for name in SCHEMAS[schema]]
    result = run(BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
    assert result.returncode == 0, result.stdout + result.stderr


def test_actions_are_pinned_by_commit_with_the_version_beside():
    lines = [
        line.strip()
        for file in WORKFLOWS
        for line in file.read_text("utf-8").splitlines()
        if "uses:" in line
    ]
    assert lines
    loose = [
        li for li in lines if not re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", li)
    ]
    assert not loose


def test_no_expression_reaches_a_script(workflow):
    assert not [step for step in steps(workflow) if "${{" in step.get("run", "")]


def test_rights_are_given_job_by_job(workflow):
    assert workflow["permissions"] == {} or workflow["permissions"] == "{}"
    assert all(job["permissions"] for job in workflow["jobs"].values())
    assert all(int(job["timeout-minutes"]) <= 30 for job in workflow["jobs"].values())


def test_no_workflow_runs_other_peoples_code_with_more_rights(workflow):
    assert not {"pull_request_target", "workflow_run"} & set(workflow["on"])


def test_checkouts_leave_no_credentials(workflow):
    checkouts = [step for step in steps(workflow) if "actions/checkout@" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_a_proposed_change_is_only_read_and_needs_no_secret():
    check = GITHUB / "workflows" / "check.yml"
    assert "secrets." not in check.read_text("utf-8")
    rights = [job["permissions"] for job in read(check)["jobs"].values()]
    assert all(set(right.values()) <= {"read"} for right in rights)


def test_only_the_deploying_job_can_publish_and_it_builds_nothing():
    jobs = read(GITHUB / "workflows" / "publish.yml")["jobs"]
    writing = [name for name, job in jobs.items() if "write" in job["permissions"].values()]
    assert writing == ["deploy"]
    assert all("run" not in step for step in jobs["deploy"]["steps"])
    assert "cache" not in (GITHUB / "workflows" / "publish.yml").read_text("utf-8")


def adopting() -> dict:
    return read(GITHUB / "workflows" / "adopt.yml")


def test_the_adoption_form_offers_every_text():
    offered = adopting()["on"]["workflow_dispatch"]["inputs"]["document"]["options"]
    texts = (path.parent.name for path in (ROOT / "content" / "compact").glob("*/index.md"))
    assert sorted(offered) == sorted(texts)


def test_what_is_typed_into_the_form_reaches_scripts_only_as_environment():
    workflow = adopting()
    asked = set(workflow["on"]["workflow_dispatch"]["inputs"])
    given = {f"${{{{ inputs.{name} }}}}" for name in asked}
    for job in workflow["jobs"].values():
        elsewhere = {key: value for key, value in job.items() if key not in ("env", "steps")}
        assert "inputs." not in str(elsewhere)
        for step in job["steps"]:
            assert "inputs." not in str({k: v for k, v in step.items() if k != "env"})
    (step,) = (s for s in steps(workflow) if "truenorth adopt" in s.get("run", ""))
    assert given == set(step["env"].values())
    # What begins with a dash is no option of the command.
    assert '-- "$DOCUMENT" "$LABEL"' in step["run"]
    assert '--decision="$DECISION"' in step["run"]


def test_an_adoption_is_checked_and_built_before_it_is_proposed():
    job = adopting()["jobs"]["adopt"]
    runs = " ".join(step.get("run", "") for step in job["steps"])
    order = ["truenorth adopt", "truenorth check", "truenorth verify-history", "make site"]
    assert sorted(order, key=runs.index) == order
    assert adopting()["jobs"]["propose"]["needs"] == "adopt"
    assert "default_branch" in job["if"]


def test_only_the_job_that_proposes_an_adoption_can_write_and_it_runs_no_script():
    jobs = adopting()["jobs"]
    writing = [name for name, job in jobs.items() if "write" in job["permissions"].values()]
    assert writing == ["propose"]
    assert jobs["propose"]["permissions"] == {"contents": "write", "pull-requests": "write"}
    assert all("run" not in step for step in jobs["propose"]["steps"])


def test_a_proposed_change_is_shown_as_a_redline_and_cannot_alter_what_was_adopted():
    steps_of_site = read(GITHUB / "workflows" / "check.yml")["jobs"]["site"]["steps"]
    assert steps_of_site[0]["with"]["fetch-depth"] == "0"
    runs = [step.get("run", "") for step in steps_of_site]
    assert any("truenorth changes --format markdown" in run for run in runs)
    assert ".venv/bin/truenorth verify-history" in runs
