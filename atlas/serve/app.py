"""The web application of ``puzzel view``: a list of runs, reports, comparisons.

Made for one reader on one machine. The address holds a token that nobody can guess; a
request with another name of the host, or from a page of another origin, is refused;
runs are found by their name in the list, never by a path.
"""

import hmac
from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from atlas.compare import MOST
from atlas.comparison import compared
from atlas.page.comparison import comparison_text
from atlas.page.pack import Packer
from atlas.page.report import report_text
from atlas.page.shell import page_text
from atlas.read_run import read_run
from atlas.serve.runs import listed, runs_in
from atlas.words.words import Words
from scenarios.dutch import said

HOSTS = ["127.0.0.1", "localhost"]
"""Names by which the browser may call."""

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer says: keep nothing, tell no other page."""

FOREIGN = ("cross-site", "same-site")
"""What a browser says of requests that a page of another origin makes."""


def make_app(folder: Path, token: str, words: Words) -> Starlette:
    """Return the application.

    Parameters
    ----------
    folder
        Folder with runs, or with ``runs`` in it.
    token
        First part of every address.
    words
        The language in which pages open.

    """
    desk = _Desk(folder, words)
    return Starlette(
        routes=[
            Route(f"/{token}/", desk.index),
            Route(f"/{token}/api/runs", desk.runs),
            Route(f"/{token}/run/{{run}}", desk.report),
            Route(f"/{token}/compare", desk.compare),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False),
            Middleware(BaseHTTPMiddleware, dispatch=_guard(token)),
        ],
    )


Answer = Callable[[Request], Awaitable[Response]]


def _guard(token: str) -> Callable[[Request, Answer], Awaitable[Response]]:
    """Refuse other origins and wrong tokens; put the headers on every answer."""

    async def dispatch(request: Request, answer: Answer) -> Response:
        given = request.url.path.split("/")[1]
        origin = request.headers.get("origin")
        own = f"{request.url.scheme}://{request.headers.get('host', '')}"
        foreign = request.headers.get("sec-fetch-site") in FOREIGN
        if foreign or (origin is not None and origin != own):
            response = Response("other origin", status_code=403)
        elif not hmac.compare_digest(given.encode(), token.encode()):
            response = Response("not found", status_code=404)
        else:
            response = await answer(request)
        response.headers.update(HEADERS)
        return response

    return dispatch


class _Desk:
    """Answers requests about the runs of one folder."""

    def __init__(self, folder: Path, words: Words) -> None:
        self._folder, self._words = folder, words

    def index(self, request: Request) -> Response:
        """Give the list of runs."""
        data = {"title": self._words.say("page.view.title"), "problems": []}
        text = page_text("runs", data, Packer(), self._words, connects=True)
        return HTMLResponse(text)

    def runs(self, request: Request) -> Response:
        """Give what the list shows, now."""
        return JSONResponse(listed(self._folder))

    def report(self, request: Request) -> Response:
        """Give the report of a run."""
        run = runs_in(self._folder).get(request.path_params["run"])
        if run is None:
            return Response("not found", status_code=404)
        return _page(self._words, lambda: report_text(run, self._words))

    def compare(self, request: Request) -> Response:
        """Give runs side by side."""
        known = runs_in(self._folder)
        names = request.query_params.getlist("run")
        if not 2 <= len(names) <= MOST or any(name not in known for name in names):
            return Response(self._words.say("page.view.choose"), status_code=400)
        return _page(
            self._words,
            lambda: comparison_text(
                compared([read_run(known[name]) for name in names]), self._words
            ),
        )


def _page(words: Words, make: Callable[[], str]) -> Response:
    """Give a page, or as plain text what is wrong with its runs."""
    try:
        return HTMLResponse(make())
    except (OSError, ValueError) as error:
        return Response(
            said(error, words.lang), status_code=422, media_type="text/plain"
        )
