"""An edition as it was made, in any form; and what any later one tells otherwise."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefgen.model.artefact import Artefact
from briefgen.model.brief import Brief
from briefgen.model.edition import Edition
from briefgen.model.job import Job
from briefgen.model.marking import Scheme
from briefgen.model.problem import InputError
from briefgen.model.since import Since
from briefgen.store.database import Store
from briefgen.store.editions import brief_of, files_of, model_bytes
from briefgen.store.inventory import inputs_of

if TYPE_CHECKING:
    from briefgen.pipeline import Folder, Page

BESIDE = ".svg"
"""Pictures that the Markdown shows."""


def audience_of(found: Edition, wanted: str | None) -> str:
    """The audience that is `wanted`, or the first that the edition was made for."""
    return wanted or next((one.audience for one in found.audiences), "analyst")


def files_as_made(store: Store, found: Edition, audience: str | None) -> tuple[Artefact, ...]:
    """The files of an edition, or those of one audience, byte for byte as they were made."""
    with store.reading() as connection:
        return tuple(one.artefact for one in files_of(connection, found) if audience in (None, one.audience))


def shown(
    store: Store, job: Job | None, found: Edition, audience: str | None, form: str
) -> tuple[Artefact, ...]:
    """An edition in one form, with the pictures that stand in it.

    As it was made, if it was; else made now of the model that was kept. Without an audience `json` is the
    model of everything. Raises `InputError` where the audience may not see what was kept.
    """
    if form == "json" and audience is None:
        with store.reading() as connection:
            data = model_bytes(connection, found, "")[""]
        return (Artefact("brief.json", "application/json", data),)
    name = audience_of(found, audience)
    if form == "json":
        folder = _folder(job, name)
        return (_as_json(_seen(store, found, folder.audience.marking_ceiling, _scheme(job), name)),)
    made = [one for one in files_as_made(store, found, name) if Path(one.name).suffix == f".{form}"]
    if made:
        pictures = [one for one in files_as_made(store, found, name) if one.name.endswith(BESIDE)]
        return (*made, *(pictures if form == "md" else ()))
    folder = _folder(job, name)
    brief = _seen(store, found, folder.audience.marking_ceiling, _scheme(job), name)
    return _rendered(brief, folder, form)


def compared(store: Store, job: Job | None, before: Edition, after: Edition, audience: str | None) -> Brief:
    """The brief of the edition `after`, with what it tells otherwise than `before`.

    As `audience` may see both; without one, as everything is. Raises `InputError` where it may not.
    """
    from briefgen.checks import check_brief
    from briefgen.pipeline import with_changes

    scheme = _scheme(job)
    ceiling = _folder(job, audience).audience.marking_ceiling if audience else None
    since = _kept(store, before)
    earlier = since.seen_up_to(ceiling, scheme)
    if earlier is None:
        raise InputError(_unseen(before, audience or ""))
    later = _seen(store, after, ceiling, scheme, audience or "")
    whole = _kept(store, after)
    if whole.whole.notes and not later.notes:
        earlier = msgspec.structs.replace(earlier, notes=msgspec.UNSET)  # held back now, and not withdrawn
    hidden = since.hidden_from(ceiling, scheme) | whole.hidden_from(ceiling, scheme)
    made = with_changes(later, earlier, scheme, _standing(store, job, earlier, later), hidden)
    check_brief(made)
    return made


def page_kept(store: Store, job: Job, found: Edition, audience: str) -> "Page":
    """The page of an edition for `audience`, made now of the model that was kept.

    Raises `InputError` where the audience may not see what was kept.
    """
    from briefgen.pipeline import Cut
    from briefgen.run import page_of

    folder = _folder(job, audience)
    brief = _seen(store, found, folder.audience.marking_ceiling, _scheme(job), audience)
    return page_of(Cut(brief, folder))


def rendered(brief: Brief, job: Job | None, audience: str, form: str) -> tuple[Artefact, ...]:
    """`brief`, made by `compared`, in one form, with the pictures that stand in it.

    As `text` only what changed, in lines with the words of `audience`.
    """
    if form == "text":
        return (_as_lines(brief, _folder(job, audience)),)
    return (_as_json(brief),) if form == "json" else _rendered(brief, _folder(job, audience), form)


def _as_lines(brief: Brief, folder: "Folder") -> Artefact:
    from briefgen.pipeline import tell_difference

    lines = "".join(f"{line}\n" for line in tell_difference(brief, folder))
    return Artefact("changes.txt", "text/plain", lines.encode())


def _standing(store: Store, job: Job | None, before: Brief, after: Brief) -> dict[str, str]:
    """Sources that a window left out of the later edition, as far as they are still there."""
    if job is None or job.window.kind == "all":
        return {}
    with store.reading() as connection:
        there = inputs_of(connection, job.name)
    told = {one.name for one in after.sources}
    return {one.name: one.sha256 for one in before.sources if one.name in there and one.name not in told}


def _kept(store: Store, found: Edition) -> Since:
    """The whole of an edition, and its cuts."""
    ceilings = dict.fromkeys(one.ceiling for one in found.audiences if one.ceiling)
    with store.reading() as connection:
        whole = brief_of(connection, found)
        cuts = [(ceiling, brief_of(connection, found, ceiling)) for ceiling in ceilings]
    assert whole is not None  # only of a pruned edition there is none, and nobody asks for that
    return Since(whole, tuple((ceiling, brief) for ceiling, brief in cuts if brief is not None))


def _seen(store: Store, found: Edition, ceiling: str | None, scheme: Scheme, audience: str) -> Brief:
    brief = _kept(store, found).seen_up_to(ceiling, scheme)
    if brief is None:
        raise InputError(_unseen(found, audience))
    return brief


def _unseen(found: Edition, audience: str) -> str:
    made_for = ", ".join(one.audience for one in found.audiences)
    return (
        f"edition {found.number} of {found.job} holds what {audience} may not see, and was not made for it: "
        f"it was made for {made_for}"
    )


def _folder(job: Job | None, audience: str) -> "Folder":
    from briefgen.pipeline import open_folder

    if job is None:
        return open_folder(audience, (), None)
    return open_folder(audience, job.templates, job.page, job.labels)


def _scheme(job: Job | None) -> Scheme:
    from briefgen.pipeline import load_scheme

    return load_scheme(job.templates if job else ())


def _rendered(brief: Brief, folder: "Folder", form: str) -> tuple[Artefact, ...]:
    from briefgen.pipeline import Cut, render_page
    from briefgen.run import page_of

    return render_page(page_of(Cut(brief, folder)), (form,))


def _as_json(brief: Brief) -> Artefact:
    from briefgen.model.codec import encode_brief

    return Artefact("brief.json", "application/json", encode_brief(brief))


def first(artefacts: Iterable[Artefact]) -> Artefact:
    """The file that was asked for, apart from its pictures."""
    return next(one for one in artefacts if not one.name.endswith(BESIDE))
