"""A small run of what benchmarks/chaos.py does with 2,000 articles."""

import chaos as benchmark
import forked


def start(command, url, stderr):
    return forked.Popen(command, env=benchmark.environment(url), stderr=stderr)


def test_faults_and_kills_lose_nothing_and_ask_nothing_twice(tmp_path, monkeypatch):
    monkeypatch.setattr(benchmark, "start", start)
    chaos = benchmark.Chaos(tmp_path, articles=40, faults=0.3, seed=3, concurrency=8)

    found = chaos.run(kills=2)

    assert found.records.keys() == set(chaos.marks)
    assert set(found.records.values()) == {1}
    assert found.again == set()
    assert len(found.killed_at) == 2
    assert found.faults > 0
    assert found.full == 2
    assert found.refused
