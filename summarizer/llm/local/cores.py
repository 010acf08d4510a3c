"""How many threads the engine gets: what this machine lets this process use."""

import os
from pathlib import Path

_QUOTA = Path("/sys/fs/cgroup/cpu.max")
"""Where Linux has a container's share of the processor: microseconds in so many, or ``max``."""


def threads() -> int:
    """Return the threads to use: what this process may, or -1 for llama.cpp's own count of cores.

    Left to itself llama.cpp takes the physical cores, and does not see that a container or
    taskset allows fewer: its threads would wait for each other most of the time.

    Example:
        >>> threads() == -1 or threads() > 0
        True
    """
    cores = os.cpu_count() or 1
    allowed = min(_affinity(cores), _quota(cores))
    return allowed if allowed < cores else -1


def _affinity(cores: int) -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else cores


def _quota(cores: int) -> int:
    try:
        time, period = map(int, _QUOTA.read_text(encoding="ascii").split())
    except (OSError, ValueError):  # no container, or one without a limit
        return cores
    return max(1, time // period)
