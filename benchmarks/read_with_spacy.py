"""Read a folder of texts with a spaCy pipeline and print how many seconds of the processor it took.

The pipeline has a tagger, a parser and an entity recogniser of the architecture that spaCy gives its small
models, one token-to-vector layer shared by the three, and as many labels as `en_core_web_sm`. Its weights are
random: what it says is worthless, but it takes as long to say it.
"""

import sys
import time
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import fix_random_seed

TAGS, ARCS, KINDS = 50, 45, 18
"""Labels of `en_core_web_sm` (its `meta.json`)."""


def main(folder: str) -> None:
    """Read what is in `folder`, the first texts twice, as the first time fills caches."""
    nlp = pipeline()
    texts = [path.read_text("utf-8") for path in sorted(Path(folder).iterdir())]
    for _ in nlp.pipe(texts[:10]):
        pass
    started = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    print(time.process_time() - started)


def pipeline() -> Language:
    """The pipeline, with random weights."""
    fix_random_seed(1)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")  # spacy.HashEmbedCNN.v2: width 96, depth 4, embed_size 2000
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    for name, labels in (("tagger", TAGS), ("parser", ARCS), ("ner", KINDS)):
        component: Any = nlp.add_pipe(name, config={"model": {"tok2vec": shared}})
        for number in range(labels):
            component.add_label(f"{name.upper()}{number}")
    nlp.initialize()
    return nlp


if __name__ == "__main__":
    main(sys.argv[1])
