"""`briefgen export` and `briefgen import`."""

from pathlib import Path

import click

from briefgen.cli import project
from briefgen.cli.output import count, tell
from briefgen.cli.past import known_job

EXPORT = """\b
Examples:
  briefgen export daily --output backup/daily-2026-11-22
"""
IMPORT = """\b
Examples:
  briefgen import backup/daily-2026-11-22
  BRIEFGEN_STORE=postgresql://briefgen@db/briefs briefgen import backup/daily-2026-11-22
"""


@click.command(short_help="Write all that is kept of a job into a folder.", epilog=EXPORT)
@click.argument("job", shell_complete=project.job_names)
@click.option(
    "--output",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="A folder that is empty or not there yet.",
)
@project.config_option
def export(job: str, output: Path, config: Path | None) -> None:
    """Write every edition of JOB, with its models and files, its runs, deliveries and inputs.

    Lines of JSON, the files as they are, and a manifest with the hash of each. The same store gives the same
    bytes, and `briefgen import` takes them back.
    """
    from briefgen.store.exchange import export_job

    loaded = project.load(config)
    with project.opened(loaded) as store:
        with store.reading() as connection:
            known_job(loaded, connection, job)
        manifest = export_job(store, job, output)
    tell(f"{job}: wrote {count(manifest.editions, 'edition')} into {output}")


@click.command("import", short_help="Take back what `export` wrote.", epilog=IMPORT)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@project.config_option
def import_(folder: Path, config: Path | None) -> None:
    """Take what `briefgen export` wrote into DIR into the store of briefgen.toml, whole or not at all.

    Every file is held against the manifest before anything is taken in. A store that holds other editions
    of that job is left as it is, with exit status 1; one that holds these is too, with exit status 0.
    """
    from briefgen.store.exchange import import_job, read_manifest
    from briefgen.store.locks import only_run

    loaded = project.load(config)
    job = read_manifest(folder).job
    with project.opened(loaded) as store, only_run(store, job):
        manifest, taken = import_job(store, folder)
    held = count(manifest.editions, "edition")
    tell(f"{job}: took in {held}" if taken else f"{job}: the store holds these already ({held})")
    if loaded.job(job) is None:
        tell(f"  {loaded.path} has no [jobs.{job}]: write it, for `briefgen run` to go on with it")
