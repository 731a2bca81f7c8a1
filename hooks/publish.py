"""Maps MkDocs events to the site plan: the only module that knows MkDocs.

MkDocs gives the chrome around each page (header, navigation, search, footer)
and nothing else: no file of content/ is turned into a page by it.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File
from mkdocs.structure.toc import AnchorLink, TableOfContents

from truenorth.build import plan_site, read_project, theme_folder
from truenorth.problems import Problems
from truenorth.problems.printed import to_terminal
from truenorth.site.addresses import read_ledger
from truenorth.site.outline import Heading
from truenorth.site.plan import RenderedPage, SitePlan
from truenorth.site.policy import with_policy
from truenorth.site.templates import with_drawings
from truenorth.site.verify import expected, verify

PLAN = "site_plan"
# The engine is pinned below its next series, so there is nothing to warn of at each build.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
MAIN = "main"
# The title is a result's heading already, and ways to other pages say nothing of this one.
# The search takes its mark away again.
_NOT_SEARCHED = re.compile(r'<(h1(?=>)|nav(?= class="tn-)|aside(?= class="tn-foot"))')


def build(plan: SitePlan, config_file: Path, root: Path, site_dir: Path) -> None:
    """Writes the planned site; the engine that `truenorth build` looks up by name."""
    config = load_config(
        str(config_file),
        docs_dir=str(root / "content"),
        site_dir=str(site_dir),
        site_url=plan.frame.url,
    )
    config.extra[PLAN] = plan
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    config.plugins.on_shutdown()


def serve(config_file: Path, root: Path, address: str) -> None:
    """Shows the site on this machine and builds it again whenever a file changes."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    mkdocs_serve(str(config_file), docs_dir=str(root / "content"), dev_addr=address)


def on_config(config: Any) -> Any:
    """Plans the site unless that was done already, and takes its name and navigation from it."""
    root = Path(config.docs_dir).parent
    if PLAN not in config.extra:
        config.extra[PLAN] = _plan_or_abort(root, config.site_url)
        config.extra["unverified"] = True
    plan = config.extra[PLAN]
    config.site_name = plan.frame.name
    config.nav = [_nav_entry(*entry) for entry in plan.navigation]
    config.watch += [str(root / "data"), str(theme_folder(root))]
    return config


def on_files(files: Any, config: Any) -> Any:
    """Puts the planned pages and files in the place of whatever is in content/."""
    for file in list(files):
        if file.src_dir == config.docs_dir:
            files.remove(file)
    plan = config.extra[PLAN]
    for page in plan.pages:
        files.append(File.generated(config, _source(page.address), content=""))
    for planned in plan.files:
        target = planned.address.lstrip("/")
        target += "index.html" if planned.address.endswith("/") else ""
        files.append(File.generated(config, target, content=planned.content))
    config.extra["rendered"] = {_source(page.address): page for page in plan.pages}
    return files


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Gives the theme the catalogue of words and what stands around every page."""
    frame = config.extra[PLAN].frame
    env.globals.update(t=frame.t, frame=frame)
    return env


def on_page_read_source(page: Any, config: Any) -> str:
    """The text of a page is in the plan; MkDocs has none to read."""
    return ""


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Names the page before MkDocs guesses a title from its file."""
    rendered = _rendered(page, config)
    page.meta = {
        "title": rendered.page.title,
        "description": rendered.page.description,
        "rendered": rendered,
        "search": {"exclude": not rendered.page.indexed},
    }
    if rendered.page.bare:
        page.meta["template"] = "bare.html"
    page.update_date = config.extra[PLAN].frame.built.isoformat()
    page.edit_url = rendered.foot.edits[0].address
    return markdown


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Hands over the main column; pictures stay out until the search has read the text."""
    rendered = _rendered(page, config)
    page.toc = TableOfContents([_contents(rendered)])
    return _NOT_SEARCHED.sub(r'<\1 data-search-exclude="yes"', rendered.html)


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Puts the pictures in, and then the policy that names every script of the page."""
    return with_policy(with_drawings(output, _rendered(page, config).drawings))


def on_post_template(output: str, template_name: str, config: Any) -> str:
    """The error page needs a policy as well."""
    return with_policy(output) if template_name.endswith(".html") else output


def on_post_build(config: Any) -> None:
    """Verifies a site built by plain `mkdocs build`; `truenorth build` does that itself."""
    if not config.extra.get("unverified"):
        return
    problems = Problems()
    root = Path(config.docs_dir).parent
    wanted = expected(config.extra[PLAN], read_ledger(root))
    verify(Path(config.site_dir), wanted, problems)
    _abort_on(problems)


def _plan_or_abort(root: Path, site_url: str) -> SitePlan:
    problems = Problems()
    project = read_project(root, problems)
    plan = None if project is None else plan_site(project, site_url, problems)
    _abort_on(problems)
    if plan is None:
        raise Abort("The site cannot be planned.")
    return plan


def _abort_on(problems: Problems) -> None:
    if len(problems):
        color = sys.stderr.isatty() and "NO_COLOR" not in os.environ
        print(to_terminal(problems, color=color), file=sys.stderr)  # noqa: T201
    if problems.errors:
        raise Abort(f"The site was not built: {problems.errors} errors.")


def _nav_entry(title: str, target: Any) -> dict[str, Any]:
    """A navigation entry as MkDocs wants it; a section's first page is its own."""
    if isinstance(target, str):
        return {title: _source(target)}
    return {title: [_nav_entry(*entry) for entry in target]}


def _source(address: str) -> str:
    """The name MkDocs is to think the page at an address was made from."""
    return f"{address.lstrip('/')}index.md"


def _rendered(page: Any, config: Any) -> RenderedPage:
    return config.extra["rendered"][page.file.src_uri]


def _contents(rendered: RenderedPage) -> AnchorLink:
    """The table of contents: the main column, in it the headings, in those the lesser ones."""
    top = AnchorLink(escape(rendered.page.title), MAIN, 1)
    for heading in rendered.headings:
        if heading.level == 2 or not top.children:
            top.children.append(_anchor(heading))
        else:
            top.children[-1].children.append(_anchor(heading))
    return top


def _anchor(heading: Heading) -> AnchorLink:
    return AnchorLink(escape(heading.title), heading.id, heading.level)
