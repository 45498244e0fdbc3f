"""Two runs of one job never overlap, and a killed one leaves no lock behind."""

import subprocess
import sys
import time

import pytest

from briefgen.model.problem import BusyError
from briefgen.store.database import open_store
from briefgen.store.locks import only_run

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
