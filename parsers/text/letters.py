"""Letters of one alphabet that are printed for letters of another."""

import re
from typing import Final

# Latin letters that stand for Cyrillic ones of the same shape inside Kazakh and Russian words.
LOOK_ALIKES: Final = str.maketrans("aceiopxyhkmt", "асеіорхуһкмт")
_CYRILLIC: Final = re.compile("[а-яёәғқңөұүһі]")


def one_script(word: str) -> str:
    """A word in small letters; where it holds a Cyrillic letter, its Latin ones become those that look like them."""
    return word.translate(LOOK_ALIKES) if _CYRILLIC.search(word) else word
