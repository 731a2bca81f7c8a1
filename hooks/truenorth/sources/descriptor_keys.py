"""The keys that the Data Package standard knows, versions 1 and 2."""

from __future__ import annotations

_ABOUT = {"name", "title", "description", "homepage", "licenses", "sources", "profile", "$schema"}
PACKAGE_KEYS = frozenset(
    {"id", "version", "created", "keywords", "image", "contributors", "resources", *_ABOUT}
)
RESOURCE_KEYS = frozenset(
    {"path", "data", "type", "format", "mediatype", "encoding", "bytes", "hash", "schema",
     "dialect", "compression", "innerpath", "extrapaths", "scheme", *_ABOUT}
)  # fmt: skip
SCHEMA_KEYS = frozenset(
    {"fields", "primaryKey", "foreignKeys", "missingValues", "uniqueKeys", "fieldsMatch", *_ABOUT}
)
FIELD_KEYS = frozenset(
    {"name", "type", "format", "title", "description", "example", "examples", "constraints",
     "rdfType", "decimalChar", "groupChar", "bareNumber", "trueValues", "falseValues",
     "missingValues", "categories", "categoriesOrdered", "delimiter", "itemType"}
)  # fmt: skip
CONSTRAINT_KEYS = frozenset(
    {"required", "unique", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum",
     "exclusiveMaximum", "jsonSchema", "pattern", "enum"}
)  # fmt: skip
LISTED_KEYS = {
    "licenses": frozenset({"name", "path", "title"}),
    "sources": frozenset({"title", "path", "email", "version"}),
    "contributors": frozenset(
        {"title", "path", "email", "role", "roles", "organization", "givenName", "familyName"}
    ),
}
