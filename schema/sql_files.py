"""The SQL files of this package: leading comments, then one query each."""

from importlib.resources import files


def sql_files(folder: str) -> list[tuple[str, str]]:
    """Name (without suffix) and text of each SQL file of a folder of this package, by name."""
    found = sorted(
        (item.name, item.read_text(encoding="utf-8")) for item in (files("biliktilik.schema") / folder).iterdir()
    )
    return [(name.removesuffix(".sql"), sql) for name, sql in found if name.endswith(".sql")]


def divided(sql: str) -> tuple[list[str], str]:
    """The comments of a file, line by line, and its query."""
    lines = sql.splitlines()
    comments = [line.removeprefix("--").strip() for line in lines if line.startswith("--")]
    return comments, "\n".join(line for line in lines if not line.startswith("--")).strip()
