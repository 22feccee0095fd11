"""A figure's unit in English: Chinese counts by measure words, English by what is counted."""

#: Measure word → one of it, several of it. A word that is not here is shown as it is declared.
_ENGLISH = {
    "件": ("item", "items"),
    "项": ("item", "items"),
    "条": ("item", "items"),
    "个": ("item", "items"),
    "处": ("place", "places"),
    "份": ("document", "documents"),
    "批": ("batch", "batches"),
    "次": ("time", "times"),
    "场": ("session", "sessions"),
    "场次": ("session", "sessions"),
    "件次": ("case", "cases"),
    "项次": ("item", "items"),
    "条次": ("posting", "postings"),
    "家": ("body", "bodies"),
    "家次": ("visit", "visits"),
    "人": ("person", "people"),
    "名": ("person", "people"),
    "人次": ("attendance", "attendances"),
    "篇": ("text", "texts"),
    "册": ("volume", "volumes"),
    "学时": ("hour", "hours"),
    "天": ("day", "days"),
    "分": ("fen", "fen"),
    "元": ("yuan", "yuan"),
}


def unit_in_english(unit: str, value: object) -> str:
    """The unit's English name, in the singular after one."""
    one, several = _ENGLISH.get(unit, (unit, unit))
    return one if value == 1 else several
