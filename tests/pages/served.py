"""``puzzel view`` in this process, on a free port."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from atlas.serve.app import make_app
from atlas.words.words import Words

TOKEN = "a-token-that-nobody-guesses"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; give the address of its list."""
    config = uvicorn.Config(make_app(folder, TOKEN, Words("nl")), log_level="error")
    server = uvicorn.Server(config)
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield f"http://127.0.0.1:{door.getsockname()[1]}/{TOKEN}/"
        finally:
            server.should_exit = True
            thread.join()
