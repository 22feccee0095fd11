"""The JSON Schema of what `zhunsheng audit --format json` prints."""

from typing import Final

from zhunsheng.audit.model import Role

_PLACE: Final = {
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
    "minItems": 2,
    "maxItems": 2,
    "description": "half-open, in characters of the original text",
}
_PLACES: Final = {"type": "array", "items": {"$ref": "#/$defs/place"}}
_TEXT: Final = {"type": "string"}


def _object(properties: dict[str, object], *, optional: tuple[str, ...] = ()) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
    }


_FINDING: Final = {
    "code": {"type": "string", "pattern": "^[A-Z]{3}\\d{3}$"},
    "kind": _TEXT,
    "severity": {"enum": ["error", "remark"]},
    "start": {"type": "integer", "minimum": 0},
    "end": {"type": "integer", "minimum": 0},
    "spans": _PLACES,
    "message": _TEXT,
    "zh": _TEXT,
    "en": _TEXT,
    "arithmetic": _TEXT,
    "law": {
        "type": "string",
        "description": "the key of a rule, empty where arithmetic alone asks",
    },
}
_FIGURE: Final = {
    "start": {"type": "integer", "minimum": 0},
    "end": {"type": "integer", "minimum": 0},
    "text": _TEXT,
    "value": {"type": "string", "description": "in the base unit: 1.2万元 is 12000 of 元"},
    "unit": _TEXT,
    "approx": _TEXT,
    "lower": _TEXT,
    "upper": {"type": ["string", "null"]},
    "counted": _TEXT,
    "role": {"enum": [role.value for role in Role]},
    "period": _TEXT,
    "as_of": _TEXT,
    "channel": _TEXT,
}
_RELATION: Final = {
    "kind": _TEXT,
    "of": {"type": "string", "description": "what its total counts, in the text's own words"},
    "arithmetic": _TEXT,
    "zh": _TEXT,
    "en": _TEXT,
    "spans": _PLACES,
}
_WAIVED: Final = {
    "who": _TEXT,
    "reason": _TEXT,
    "on": {"type": "string", "format": "date"},
    "until": {"type": ["string", "null"], "format": "date"},
}


def _list_of(name: str) -> dict[str, object]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


#: One audit; `--format json` prints a list of them, `--lines` one a line.
AUDIT: Final[dict[str, object]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "audit",
    "oneOf": [{"$ref": "#/$defs/audit"}, {"$ref": "#/$defs/refused"}, _list_of("audit")],
    "$defs": {
        "place": _PLACE,
        "finding": _object(_FINDING),
        "relation": _object(_RELATION),
        "figure": _object(_FIGURE, optional=("counted", "role", "period", "as_of", "channel")),
        "waived": _object(_FINDING | _WAIVED),
        "audit": _object(
            {
                "version": {"const": 1},
                "source": _TEXT,
                "findings": _list_of("finding"),
                "remarks": _list_of("finding"),
                "verified": _list_of("relation"),
                "waived": _list_of("waived"),
                "shared": {
                    "type": "array",
                    "items": _object(
                        {
                            "span": {"$ref": "#/$defs/place"},
                            "text": _TEXT,
                            "findings": {"type": "integer", "minimum": 2},
                            "zh": _TEXT,
                            "en": _TEXT,
                        }
                    ),
                    "description": "figures that several findings are about: to be looked at first",
                },
                "skipped": {"type": "array", "items": _TEXT},
                "unjudged": {"type": "array", "items": _object({"zh": _TEXT, "en": _TEXT})},
                "checked": _PLACES,
                "unchecked": _PLACES,
                "figures": _list_of("figure"),
                "unread": {
                    "type": "array",
                    "items": _object({"where": _TEXT, "zh": _TEXT, "en": _TEXT}),
                },
            },
            optional=("unread", "figures", "unjudged", "shared"),
        ),
        "refused": _object({"source": _TEXT, "error": _TEXT, "zh": _TEXT, "en": _TEXT}),
    },
}
