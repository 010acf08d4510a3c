"""Ctrl-C while plain code waits for a summary: what is under way is cancelled, the process ends."""

import os
import signal
import subprocess
import sys
import time

import pytest

CODE = """
import asyncio, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
from summarizer import Settings, {call}
import summarizer.llm.http as http

class Watched(http.HttpClient):
    async def send(self, request, **options):
        print("asked", flush=True)
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            print("cancelled", flush=True)
            raise

http.HttpClient = Watched
settings = Settings(model="m", base_url="http://127.0.0.1:9/v1", facets=("gist",))
began = time.monotonic()
try:
    {work}
except KeyboardInterrupt:
    print("interrupted", time.monotonic() - began < 30)
"""

WORK = {
    "summarize": 'summarize("It rained.", settings=settings)',
    "summarize_many": 'list(summarize_many(["It rained."], settings=settings))',
}


@pytest.mark.parametrize("call", WORK)
def test_ctrl_c_cancels_what_is_under_way(call):
    process = subprocess.Popen(
        [sys.executable, "-c", CODE.format(call=call, work=WORK[call])],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "asked\n"
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    told, errors = process.communicate(timeout=60)

    assert (told, errors) == ("cancelled\ninterrupted True\n", "")
    assert time.monotonic() - began < 30
