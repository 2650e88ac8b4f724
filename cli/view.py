"""``puzzel view``: the runs of a folder in the browser, served on this machine only."""

import secrets
import socket
import sys
import webbrowser
from pathlib import Path

from cli.console import Console
from cli.failures import UsageError


def command(console: Console, folder: Path, *, browse: bool) -> None:
    """Serve the pages until Ctrl-C."""
    if not folder.is_dir():
        raise UsageError(console.say("no_file", path=folder))
    try:
        import uvicorn

        from atlas.serve.app import make_app
    except ModuleNotFoundError as error:
        raise UsageError(console.say("needs_view", name=error.name)) from error
    from atlas.words.words import Words

    token = secrets.token_urlsafe(24)
    app = make_app(folder, token, Words(console.language))
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))  # a free port, only for this machine
        door.listen()  # whoever reads the address may come at once
        address = f"http://127.0.0.1:{door.getsockname()[1]}/{token}/"
        console.print(console.say("view", address=address))
        console.document({"address": address, "folder": str(folder)})
        sys.stdout.flush()  # who started us reads the address while we serve
        if browse:
            webbrowser.open(address)
        config = uvicorn.Config(app, log_level="error", access_log=False)
        uvicorn.Server(config).run(sockets=[door])
