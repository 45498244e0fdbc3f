"""What a run logs: one line an event on standard error, for people or for machines, and no secret in it."""

import json
import logging
from datetime import UTC, datetime

from briefgen.cli.output import safe
from briefgen.model.redaction import Redacting
from briefgen.model.underway import AT_WORK

FIELDS = ("event", "job", "run", "edition")


class AtWork(logging.Filter):
    """Says of each record which run of which job is at work, where the record does not."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let `record` pass, with the run."""
        at_work = AT_WORK.get()
        if at_work is not None and getattr(record, "job", at_work[0]) == at_work[0]:
            record.job = at_work[0]
            record.run = getattr(record, "run", at_work[1])
        return True


class Lines(logging.Formatter):
    """A line that people read: moment, job, what happened."""

    def format(self, record: logging.LogRecord) -> str:
        """`record` on one line."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
        job = getattr(record, "job", None)
        run = getattr(record, "run", None)
        where = f" {job}" if job else ""
        where += f" run {run}:" if run else ":" if job else ""
        level = "" if record.levelno <= logging.INFO else f" {record.levelname.lower()}:"
        return f"{when}{where}{level} {_one_line(record)}"


class JsonLines(logging.Formatter):
    """A JSON object a line, for machines."""

    def format(self, record: logging.LogRecord) -> str:
        """`record` as JSON on one line."""
        fields = {name: getattr(record, name) for name in FIELDS if getattr(record, name, None) is not None}
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        shown = {"time": when, "level": record.levelname.lower(), **fields, "message": _one_line(record)}
        return json.dumps(shown, ensure_ascii=False)


def _one_line(record: logging.LogRecord) -> str:
    return safe(" ".join(record.getMessage().split()))


def set_up_logs(as_json: bool) -> None:
    """Send what briefgen logs to standard error, in the form asked for."""
    handler = logging.StreamHandler()
    handler.addFilter(AtWork())
    handler.addFilter(Redacting())
    handler.setFormatter(JsonLines() if as_json else Lines())
    logger = logging.getLogger("briefgen")
    logger.handlers = [handler]
    logger.setLevel(min(logger.level or logging.INFO, logging.INFO))
    logger.propagate = False
