"""A small database made by hand: two acts with a text in the public shape, and acts that are only named."""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import create_engine

from biliktilik.pipeline.cli.application import application
from biliktilik.pipeline.publish import fill
from biliktilik.pipeline.rows.row import Row
from biliktilik.schema.database import create

OLD = "/akn/kz/act/order/2012-02-02/1-ө-м"
NEW = "/akn/kz/act/order/2025-10-24/2-нқ"
TEXT = "б" * 400
UNDATED = {"valid_from": None, "valid_to": None, "valid_basis": None}

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run the command line in this process."""

    def invoke(*arguments: str | Path) -> Result:
        return CliRunner().invoke(application, [str(argument) for argument in arguments])

    return invoke


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_database(tmp_path_factory.mktemp("database") / "small.sqlite")


@pytest.fixture
def database(template: Path, tmp_path: Path) -> Path:
    return copyfile(template, tmp_path / "small.sqlite")


def make_database(path: Path) -> Path:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        create(connection)
        fill(connection, small_rows())
    engine.dispose()
    return path


def small_rows() -> dict[str, list[Row]]:
    positions = [position(OLD, "kk", "Психолог"), position(OLD, "ru", "Психолог"), position(NEW, "kk", "ПСИХОЛОГ")]
    return {
        "acts": [
            act(OLD, "1-Ө-М", "full"),
            act(NEW, "2-НҚ", "full", also_numbered="33"),
            act("/akn/kz/act/order/2001-01-01/7", "7", "none"),
            act("/akn/kz/act/law/2002-02-02/7", "7", "none"),
        ],
        "act_names": [{"act_uri": OLD, "language": "kk", "title": "Ескі бұйрық", "issuer": None}],
        "sources": [source("old.kk.txt", OLD, "kk"), source("old.ru.txt", OLD, "ru"), source("new.kk.txt", NEW, "kk")],
        "segments": [{**at(name, 0, 400), "kind": "text", "eid": None, "rule": "r"} for name in FILES.values()],
        "provisions": [unit for of in positions for unit in provisions(of)],
        "positions": positions,
        "items": [row for of in positions for row in items(of)],
        "alternatives": [alternative(of) for of in positions],
        "findings": [finding("warning", "numbering.gap", 1), finding("error", "block.missing", 2)],
    }


FILES = {(OLD, "kk"): "old.kk.txt", (OLD, "ru"): "old.ru.txt", (NEW, "kk"): "new.kk.txt"}


def at(source_file: str, start: int, end: int) -> Row:
    return {"source_file": source_file, "char_start": start, "char_end": end}


def act(uri: str, number: str, text_known: str, also_numbered: str | None = None) -> Row:
    absent = ("registration_number", "registered_on", "published_on", "adilet_id")
    dates = ("in_force_from", "in_force_from_basis", "in_force_to", "in_force_to_basis")
    named = {"act_uri": uri, "kind": uri.split("/")[4], "number": number, "act_number": number.lower()}
    known = {"also_numbered": also_numbered, "adopted_on": uri.split("/")[5], "text_known": text_known}
    return {**dict.fromkeys((*absent, *dates)), **named, **known}


def source(name: str, act_uri: str, language: str) -> Row:
    counted = {"chars": len(TEXT), "solid_chars": len(TEXT), "attributed_chars": len(TEXT), "text": TEXT}
    absent = dict.fromkeys(("duplicate_of", "edition_on", "status"))
    read = {"media_type": "text/plain", "encoding": "utf-8", "reader": "text", "document_kind": "order"}
    own = {"source_file": name, "sha256": "0" * 64, "use": "used", "language": language, "act_uri": act_uri}
    return {**counted, **absent, **read, **own}


def position(uri: str, language: str, title: str) -> Row:
    eid = "att_1__sec_2__pos_1"
    own = {"wording_id": f"{uri}/{language}@#{eid}", "position_id": f"{uri}#{eid}", "act_uri": uri, "eid": eid}
    named = {"language": language, "section": "2", "position": "1", "title": title, "position_group": None}
    return {**own, **named, **UNDATED, **at(FILES[uri, language], 10, 20), "wording_known": True, "rule": "r"}


def provisions(of: Row) -> list[Row]:
    top, eid = "att_1__sec_2", str(of["eid"])
    return [
        provision(of, top, None, "section", 1, label="2", heading="Бөлім"),
        provision(of, eid, top, "position", 2, label="1", heading=str(of["title"])),
        provision(of, f"{eid}__duties", eid, "duties", 3),
        provision(of, f"{eid}__requirements", eid, "requirements", 4),
    ]


def provision(
    of: Row, eid: str, parent: str | None, kind: str, ordinal: int, label: str | None = None, heading: str | None = None
) -> Row:
    own = {"provision_id": f"{of['act_uri']}/{of['language']}@#{eid}", "eid": eid, "parent_eid": parent, "kind": kind}
    shown = {"label": label, "heading": heading, "text": None, "ordinal": ordinal, "wording_known": True, "rule": "r"}
    shared = {key: of[key] for key in ("act_uri", "language", "source_file", *UNDATED)}
    return {**own, **shown, **shared, "char_start": ordinal * 10, "char_end": ordinal * 10 + 10}


def items(of: Row) -> list[Row]:
    return [
        item(of, "duties", 1, "кеңес береді [бір]"),
        item(of, "duties", 2, "есеп жасайды"),
        item(of, "requirements", 1, "жоғары білім", level="higher", category="first"),
    ]


def item(of: Row, block: str, ordinal: int, text: str, level: str | None = None, category: str | None = None) -> Row:
    block_eid = f"{of['eid']}__{block}"
    eid = f"{block_eid}__item_{ordinal}"
    own = {"wording_id": f"{of['act_uri']}/{of['language']}@#{eid}", "position_wording_id": of["wording_id"]}
    stated = {"block": block, "block_eid": block_eid, "eid": eid, "section": "2", "point": None, "ordinal": ordinal}
    read = {"text": text, "knowledge_kind": None, "level": level, "category": category, "rule": "r"}
    shared = {key: of[key] for key in ("act_uri", "language", "source_file", *UNDATED)}
    return {**own, **stated, **read, **shared, "char_start": 100 + ordinal, "char_end": 110}


def alternative(of: Row) -> Row:
    wording = f"{of['act_uri']}/{of['language']}@#{of['eid']}__requirements__item_1"
    years = {"min_years": 2.0, "no_experience_required": False, "experience_in": None}
    schooling = {"education": "higher", "fields": "social,legal", "fields_printed": "әлеуметтік, заң"}
    own = {"item_wording_id": wording, "alternative": 1, "rule": "r", **at(str(of["source_file"]), 101, 110)}
    return {**own, **years, **schooling}


def finding(severity: str, code: str, line: int) -> Row:
    own = {"finding_id": line, "severity": severity, "code": code, "act_uri": OLD, "line": line}
    return {**own, **at("old.kk.txt", 0, 5), "excerpt": "бббб", "message": f"{code} in line {line}"}
