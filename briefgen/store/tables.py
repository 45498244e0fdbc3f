"""The tables of the store, as they are now; `migrations.py` tells how they came to be so."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
)

METADATA = MetaData()

Key = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite counts up only what it calls INTEGER."""

steps = Table(
    "steps",
    METADATA,
    Column("name", Text, primary_key=True, comment="of the step in migrations.py"),
    Column("generator", Text, nullable=False, comment="program and version that took it"),
)

runs = Table(
    "runs",
    METADATA,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("job", Text, nullable=False),
    Column("started", Text, nullable=False, comment="UTC, ISO 8601, as all moments here"),
    Column("ended", Text),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("edition", Integer, comment="number of the edition that was made, or that still holds"),
    Column("slot", Text, comment="moment of the schedule that the run was for"),
    Column("problems", Text, nullable=False, comment="JSON: names of inputs, each with what was wrong"),
    Column("host", Text, nullable=False),
    Column("pid", Integer, nullable=False),
    Index("runs_of_job", "job", "id"),
)

inputs = Table(
    "inputs",
    METADATA,
    Column("job", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("sha256", Text, nullable=False, comment="of the file's bytes"),
    Column("known", Text, nullable=False, comment="hash of what is said of it beside it"),
    Column("first_seen", Text, nullable=False, comment="moment at which a run first saw these bytes"),
    Column("told", Integer, comment="number of the edition that first told of it as it is now"),
    Column("place", Text, comment="which of the job's sources it was found by"),
    Column("marking", Text, comment="as the latest run found it marked"),
    Column(
        "problems", Text, comment="JSON: what an edition found wrong with it; none: nothing, or not known"
    ),
    comment="What a job's sources were when its last edition was made.",
)

editions = Table(
    "editions",
    METADATA,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("job", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("made", Text, nullable=False),
    Column("as_of", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("title_passage", Key, ForeignKey("passages.id"), comment="none once its contents were dropped"),
    Column("marking", Text),
    Column("fingerprint", Text, nullable=False),
    Column("folder", Text, nullable=False),
    Column("counts", Text, nullable=False, comment="JSON"),
    Column("audiences", Text, nullable=False, comment="JSON"),
    Column("run", Key, nullable=False),
    Column("pruned", Text, comment="moment at which its contents were dropped"),
    UniqueConstraint("job", "number"),
    Index("editions_by_passage", "title_passage"),
)

models = Table(
    "models",
    METADATA,
    Column("edition", Key, ForeignKey("editions.id", ondelete="CASCADE"), primary_key=True),
    Column("ceiling", Text, primary_key=True, comment="highest marking of what is in it; empty for all"),
    Column("sha256", Text, nullable=False, comment="of brief.json; where it is compact, as it is packed"),
    Column("packed", LargeBinary, nullable=False, comment="brief.json, by zstd; of old, by zlib"),
    Column(
        "compact",
        Boolean,
        nullable=False,
        server_default=false(),
        comment="whether it is packed without the white space between its values",
    ),
)

files = Table(
    "files",
    METADATA,
    Column("edition", Key, ForeignKey("editions.id", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("place", Integer, nullable=False, comment="among the files of the edition"),
    Column("media_type", Text, nullable=False),
    Column("audience", Text),
    Column("marking", Text),
    Column("sha256", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

passages = Table(
    "passages",
    METADATA,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("digest", Text, nullable=False, unique=True, comment="SHA-256 of the text"),
    Column("text", Text, nullable=False),
    Column("words", Text, nullable=False, comment="of the text, as they are searched: see words.py"),
    comment="Words of sources and titles, each once however many editions hold them; these are searched.",
)

accounts = Table(
    "accounts",
    METADATA,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("digest", Text, nullable=False, unique=True, comment="of its rows: see accounts.py"),
    comment="What one source tells, each once however many editions hold it.",
)

sources = Table(
    "sources",
    METADATA,
    Column("edition", Key, ForeignKey("editions.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", Text),
    Column("url", Text),
    Column("marking", Text),
    Column("account", Key, ForeignKey("accounts.id"), nullable=False, comment="what it tells"),
    Column("first_span", Integer, comment="number of the first in the brief, its place there 0; none: none"),
    Column("first_claim", Integer),
    Column("first_figure", Integer),
    Index("sources_by_bytes", "sha256"),
    Index("sources_by_account", "account", "edition"),
)

spans = Table(
    "spans",
    METADATA,
    Column("account", Key, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True, comment="E12 of a first E10: 2"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("passage", Key, ForeignKey("passages.id"), nullable=False),
    Index("spans_by_passage", "passage"),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    METADATA,
    Column("account", Key, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("speaker", Text, nullable=False),
    Column("speaker_words", Text, nullable=False, comment="as they are searched, a space on either side"),
    Column("stance", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("quoted", Boolean, nullable=False),
    Column("passage", Key, ForeignKey("passages.id"), nullable=False, comment="the statement"),
    Column("evidence", Integer, comment="place of the span that it stands in, or begins in"),
    Index("claims_by_passage", "passage"),
    Index("claims_by_evidence", "account", "evidence"),
    sqlite_with_rowid=False,
)

figures = Table(
    "figures",
    METADATA,
    Column("account", Key, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("value", Float, nullable=False),
    Column("high", Float),
    Column("bound", Text, nullable=False),
    Column("unit", Text),
    Column("per", Text),
    Column("money", Text),
    Column("status", Text, nullable=False),
    Column("passage", Key, ForeignKey("passages.id"), nullable=False, comment="what it counts"),
    Index("figures_by_passage", "passage"),
    sqlite_with_rowid=False,
)

deliveries = Table(
    "deliveries",
    METADATA,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("job", Text, nullable=False),
    Column(
        "edition", Integer, nullable=False, comment="its number; of a quiet note the one that still holds"
    ),
    Column("quiet", Text, nullable=False, comment="slot of a note that nothing is new; empty for an edition"),
    Column("channel", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("key", Text, nullable=False, comment="the same at each attempt"),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_try", Text),
    Column("last_error", Text),
    Column("ended", Text),
    UniqueConstraint("job", "edition", "quiet", "channel", "recipient"),
    Index("deliveries_open", "job", "state"),
)

readings = Table(
    "readings",
    METADATA,
    Column(
        "key", Text, primary_key=True, comment="hash of the bytes, what is known of them, and who read them"
    ),
    Column("sha256", Text, nullable=False, comment="of brief.json; where it is compact, as it is packed"),
    Column("used", Key, nullable=False, comment="id of the last run that needed it"),
    Column("packed", LargeBinary, nullable=False, comment="what was found in the document"),
    Index("readings_by_use", "used"),
    comment="What was read before, so that a run reads only what is new.",
)
