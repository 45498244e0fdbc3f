"""Two runs of one job never overlap, and a killed one leaves no lock behind."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefgen.model.problem import BusyError, OutputError
from briefgen.store.database import open_store
from briefgen.store.locks import only_run, only_writer

HOLD = """
import sys, time
from briefgen.store.database import open_store
from briefgen.store.locks import only_run
with only_run(open_store(sys.argv[1]), "daily"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_second_is_told_who_holds_it(store_address: str) -> None:
    first, second = open_store(store_address), open_store(store_address)
    with (
        only_run(first, "daily"),
        pytest.raises(BusyError, match="daily is being run by"),
        only_run(second, "daily"),
    ):
        pytest.fail("two runs at once")
    with only_run(second, "daily"):
        pass
    first.close()
    second.close()


def test_other_jobs_are_not_kept_waiting(store_address: str) -> None:
    store = open_store(store_address)
    with only_run(store, "daily"), only_run(store, "weekly"):
        pass
    store.close()


def test_a_killed_run_leaves_no_lock(store_address: str) -> None:
    store = open_store(store_address)
    holder = subprocess.Popen([sys.executable, "-c", HOLD, store_address], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(BusyError), only_run(store, "daily"):
        pytest.fail("two runs at once")
    holder.kill()
    holder.wait()
    holder.stdout.close()
    with only_run(store, "daily", patience=10) as lock:
        lock.check()
    store.close()


def test_who_is_patient_gets_it(store_address: str) -> None:
    store = open_store(store_address)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD.replace("60", "1"), store_address], stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    began = time.monotonic()
    with only_run(store, "daily", patience=30):
        assert time.monotonic() - began > 0.2
    holder.wait()
    holder.stdout.close()
    store.close()


def test_a_folder_has_one_writer_at_a_time(tmp_path: Path) -> None:
    folder = tmp_path / "share/site"
    with (
        only_writer(folder, 0),
        pytest.raises(BusyError, match="is being written by another process"),
        only_writer(folder, 0.3),
    ):
        pass
    with only_writer(folder, 0), only_writer(tmp_path / "other", 0):
        assert folder.is_dir()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written to"), only_writer(tmp_path / "file/site", 0):
        pass
