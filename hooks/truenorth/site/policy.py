"""The content security policy of a page, with a hash for each of its inline scripts.

A static host sends no headers of ours, so the policy is a meta element and
stands before every script.
"""

from __future__ import annotations

import base64
import hashlib
import re

MARK = "<!--content-security-policy-->"
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_SRC = re.compile(r"\ssrc\s*=", re.IGNORECASE)
EXECUTED = frozenset({"", "module", "text/javascript", "application/javascript", "importmap"})
DIRECTIVES = (
    ("default-src", ("'none'",)),
    ("script-src", ("'self'",)),
    ("style-src", ("'self'",)),
    # The theme's own style sheet holds its icons as data addresses.
    ("img-src", ("'self'", "data:")),
    # The search reads its index, in a worker.
    ("connect-src", ("'self'",)),
    ("worker-src", ("'self'",)),
    ("base-uri", ("'none'",)),
    ("form-action", ("'none'",)),
)


def with_policy(html: str) -> str:
    """The page with its policy where the theme left the mark."""
    stated = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return html.replace(MARK, stated, 1)


def policy(html: str) -> str:
    """The policy that lets a page run its own inline scripts, and nothing else."""
    hashes = tuple(dict.fromkeys(script_hash(text) for text in inline_scripts(html)))
    return "; ".join(
        " ".join((name, *allowed, *(hashes if name == "script-src" else ())))
        for name, allowed in DIRECTIVES
    )


def inline_scripts(html: str) -> list[str]:
    """The text of each script that a browser runs; data blocks are not run."""
    return [
        text
        for attributes, text in _SCRIPT.findall(html)
        if not _SRC.search(attributes) and is_executed(_type(attributes))
    ]


def is_executed(script_type: str) -> bool:
    """Whether a browser runs a script element of this type."""
    return script_type.strip().lower() in EXECUTED


def script_hash(text: str) -> str:
    """The source expression that allows exactly this inline script."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _type(attributes: str) -> str:
    found = _TYPE.search(attributes)
    return found[1] if found else ""
