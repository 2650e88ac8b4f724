"""What a run says about itself in sentences: ``explain.json``, where it has one.

The file holds a list ``sentences`` of texts, or of texts in both languages; they stand
below the gap in the report. Other keys are left alone.
"""

import json
from pathlib import Path

from atlas.document import Label
from atlas.parse import label_of
from grids.sentence import Sentence

FILE = "explain.json"
"""Name of the file in a run folder."""


def read_sentences(run_dir: Path) -> list[Label]:
    """Return the sentences; none if the run has no such file.

    Raises
    ------
    ValueError
        If the file is damaged.

    """
    path = run_dir / FILE
    if not path.is_file():
        return []
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["sentences"]
        return [label_of(text) for text in found]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(
            Sentence(
                "{path} must hold a list 'sentences' as JSON, but does not ({why})",
                path=path,
                why=error,
            )
        ) from error
