"""How a page loses its links: clean paragraphs with marked links → visual lines as the damaged texts have them.

The paragraphs are made of the wording of many orders; the titles of laws are real.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pytest

OPEN, CLOSE = "‹", "›"
INDENT = " " * 6
Runs = list[tuple[str, bool]]


@dataclass(frozen=True)
class Page:
    """The same lines as they were printed and as the damaged text has them."""

    clean: tuple[str, ...]
    damaged: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.damaged) + "\n"


def print_page(paragraphs: list[str], width: int) -> Page:
    """Set paragraphs in lines of at most ``width`` characters and take the marked links out of each line."""
    clean: list[str] = []
    damaged: list[str] = []
    for paragraph in paragraphs:
        for line in wrap(paragraph, width):
            clean.append("".join(words for words, _ in line))
            damaged.append(displace(line, width))
    return Page(tuple(clean), tuple(damaged))


def wrap(paragraph: str, width: int) -> list[Runs]:
    """Runs of plain and linked characters, line by line; the blank of a line break stays at the end of its line."""
    letters: list[tuple[str, bool]] = []
    linked = False
    for char in INDENT + paragraph:
        if char in (OPEN, CLOSE):
            linked = char == OPEN
        else:
            letters.append((char, linked))
    lines = []
    while len(letters) > width:
        cut = max((at for at in range(len(INDENT) + 1, width + 1) if letters[at][0] == " "), default=width - 1) + 1
        lines.append(_runs(letters[:cut]))
        letters = letters[cut:]
    return [*lines, _runs(letters)] if letters else lines


def _runs(letters: list[tuple[str, bool]]) -> Runs:
    runs: Runs = []
    for char, linked in letters:
        if runs and runs[-1][1] == linked:
            runs[-1] = (runs[-1][0] + char, linked)
        else:
            runs.append((char, linked))
    return runs


def displace(runs: Runs, width: int) -> str:
    """Plain runs first, a blank where one ends without it; then the links, a blank between them."""
    plain = ""
    for number, (words, linked) in enumerate(runs):
        if not linked:
            gap = number > 0 and plain != "" and not plain.endswith(" ")
            plain += " " * gap + words
    line = plain + " ".join(words for words, linked in runs if linked)
    return line.rstrip() if sum(len(words) for words, _ in runs) > width else line


HEADS = (
    "‹Конституцию› Республики Казахстан",
    "‹Трудовой кодекс› Республики Казахстан",
    "‹Гражданский кодекс› Республики Казахстан",
    'Кодекс Республики Казахстан "‹О браке (супружестве) и семье›"',
    'Кодекс Республики Казахстан "‹О здоровье народа и системе здравоохранения›"',
    "‹Конвенцию о правах инвалидов›",
    "‹Конвенцию о правах ребенка›",
)
TITLES = (
    "О борьбе с коррупцией",
    "О языках в Республике Казахстан",
    "О государственной адресной социальной помощи",
    "О государственном имуществе",
    "О государственных закупках",
    "О государственных пособиях семьям, имеющим детей",
    "О специальных социальных услугах",
    "О социальной защите инвалидов в Республике Казахстан",
    "О социальной и медико-педагогической коррекционной поддержке детей с ограниченными возможностями",
    "О правах ребенка в Республике Казахстан",
    "О прожиточном минимуме",
    "О пенсионном обеспечении в Республике Казахстан",
    "О занятости населения",
    "О миграции населения",
    "О физической культуре и спорте",
    "О бухгалтерском учете и финансовой отчетности",
    "О профессиональных союзах",
    "Об информатизации",
    "Об образовании",
    "Об обязательном социальном страховании",
    "Об административных процедурах",
)
UNHEARD = (
    "О племенном животноводстве",
    "О семеноводстве",
    "О карантине растений",
    "Об охране, воспроизводстве и использовании животного мира",
    "О торговом мореплавании",
    "Об оценочной деятельности в Республике Казахстан",
)
ENDS = (
    " и иные нормативные правовые акты, регулирующие вопросы социальной защиты населения; ",
    ", а также другие нормативные правовые акты по организации социальной помощи населению; ",
    " и нормативные правовые акты в области здравоохранения и фармацевтики; ",
    " и другие нормативные правовые акты, регламентирующие деятельность в сфере занятости; ",
)
SUBJECTS = (
    "теорию и методику социальной работы; ",
    "профиль, специализацию и особенности организации; ",
    "‹налоговое› и ‹экологическое законодательство›; ",
    "‹налоговое законодательство›; ",
    "основы ‹законодательства› о труде; ",
    "порядок заключения и исполнения хозяйственных договоров; ",
    "методы воспитательной и социальной работы; ",
    "передовой отечественный и зарубежный опыт по оказанию специальных социальных услуг; ",
    "основы психологии, педагогики, геронтологии, этики; ",
)
LASTS = (
    "правила и нормы охраны труда, техники безопасности, ‹производственной санитарии› и пожарной безопасности.",
    "правила и нормы ‹санитарии› и противопожарной защиты.",
    "правила и нормы охраны труда, техники безопасности и противопожарной защиты; ‹санитарные правила› и нормы.",
)


def knowledge_block(random: Random, unheard: int = 0) -> str:
    """What a job must know: acts, then subjects. ``unheard``: how many titles are in no list of titles."""
    heads = random.sample(HEADS, random.randint(1, 5))
    titles = random.sample(TITLES, random.randint(1, 9)) + random.sample(UNHEARD, unheard)
    random.shuffle(titles)
    laws = ", ".join(f'"‹{title}›"' for title in titles)
    subjects = "".join(random.sample(SUBJECTS, random.randint(1, 6)))
    acts = f"Должен знать: {', '.join(heads)}, законы Республики Казахстан {laws}"
    return acts + random.choice(ENDS) + subjects + random.choice(LASTS)


DUTIES = (
    "Должностные обязанности: организует работу и эффективное взаимодействие всех подразделений организации. "
    "Определяет структуру управления организацией, штатное расписание. Защищает права и интересы престарелых и "
    "инвалидов, нуждающихся в уходе (личные, имущественные и другие), принимает меры по созданию им условий для "
    "поддержания родственных связей. Осуществляет подбор, прием и расстановку кадров."
)


PrintPage = Callable[[list[str], int], Page]
MakeParagraphs = Callable[[int, int], list[str]]


def make_paragraphs(seed: int, unheard: int) -> list[str]:
    random = Random(seed)
    return [text for _ in range(4) for text in (DUTIES, knowledge_block(random, unheard))]


@pytest.fixture(scope="session")
def page() -> PrintPage:
    """Sets paragraphs with marked links in lines of a width, clean and damaged."""
    return print_page


@pytest.fixture(scope="session")
def paragraphs() -> MakeParagraphs:
    """Paragraphs by a seed, with so many titles in each that no list of titles has."""
    return make_paragraphs
