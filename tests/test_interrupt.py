"""Ctrl-C while plain code waits for a summary: what is under way is cancelled, the process ends."""

import signal
import sys
import time

import forked
import pytest

CODE = """
import asyncio, time
from summarizer import Settings, {call}
import summarizer.llm.http as http

async def send(self, request, **options):
    print("asked", flush=True)
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("cancelled", flush=True)
        raise

http.HttpClient.send = send
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
    command = [sys.executable, "-c", CODE.format(call=call, work=WORK[call])]
    with forked.Popen(command, stdout=forked.PIPE, stderr=forked.PIPE) as process:
        assert process.stdout.readline() == "asked\n"
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        told, errors = process.communicate(timeout=60)

    assert (told, errors) == ("cancelled\ninterrupted True\n", "")
    assert time.monotonic() - began < 30
