"""The threads of the engine."""

import os

import pytest

from summarizer.llm.local import cores


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """Set up a machine with so many cores, of which the process may use some."""

    def make(total, allowed, quota):
        path = tmp_path / "cpu.max"
        path.write_text(quota)
        monkeypatch.setattr(os, "cpu_count", lambda: total)
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(allowed)), raising=False)
        monkeypatch.setattr(cores, "_QUOTA", path)

    return make


@pytest.mark.parametrize(
    ("total", "allowed", "quota", "threads"),
    [
        (3, 3, "max 100000", -1),
        (64, 3, "max 100000", 3),
        (64, 64, "200000 100000", 2),
        (64, 3, "400000 100000", 3),
        (64, 64, "50000 100000", 1),
        (2, 2, "400000 100000", -1),
    ],
)
def test_threads_are_counted_within_what_the_process_may_use(
    machine, total, allowed, quota, threads
):
    machine(total, allowed, quota)

    assert cores.threads() == threads, "-1: llama.cpp counts the physical cores"


def test_without_a_container_the_cores_count(machine, monkeypatch, tmp_path):
    machine(64, 64, "")
    assert cores.threads() == -1

    monkeypatch.setattr(cores, "_QUOTA", tmp_path / "none")
    assert cores.threads() == -1


def test_a_system_without_affinity_counts_the_cores(machine, monkeypatch):
    machine(64, 3, "max 100000")
    monkeypatch.delattr(os, "sched_getaffinity")

    assert cores.threads() == -1
