"""Ask addresses for their bodies, politely, through the cache.

At most ``at_once`` requests to a host run together; 429 and 5xx are asked again after
a growing wait, or the one that the server names. A body that broke off is continued
where the server can (Range with If-Range). What is held and old is asked for with its
validators, so that an unchanged body costs no bytes. Proxy settings of the machine
hold.
"""

import threading
import time
from collections import defaultdict
from pathlib import Path
from types import TracebackType
from urllib.parse import urljoin, urlsplit

import httpx

from grids.fetch.address import (
    DiskError,
    FetchError,
    check_address,
    check_peer,
    same_place,
)
from grids.fetch.headers import asked_wait, conditions, is_html, span_of, total_of
from grids.fetch.manners import Manners
from grids.fetch.store import Entry, Store, sha256_of

AGENT = "ruimtepuzzel (open data client)"
"""How servers see us."""

AGAIN = (429, 500, 502, 503, 504)
"""Statuses that may be better a moment later."""

REDIRECTS = 5
"""How many redirects are followed."""


class StatusError(FetchError):
    """A status that is no success, with the beginning of the body.

    Parameters
    ----------
    text
        What to tell.
    body
        First bytes of the body.

    """

    def __init__(self, text: str, body: bytes) -> None:
        super().__init__(text)
        self.body = body


class _TryAgain(Exception):  # noqa: N818  (caught here, never seen outside)
    """One try failed, the next may not."""

    def __init__(self, reason: str, wait_s: float | None = None) -> None:
        super().__init__(reason)
        self.wait_s = wait_s


class Client:
    """Asks addresses; use as a context.

    Parameters
    ----------
    store
        Where bodies are kept.
    manners
        How servers are asked.

    """

    def __init__(self, store: Store, manners: Manners | None = None) -> None:
        """Open no connection yet."""
        self.store, self.manners = store, manners or Manners()
        self.stopped = threading.Event()
        self._gates: dict[str, threading.Semaphore] = defaultdict(
            lambda: threading.Semaphore(self.manners.at_once)
        )
        self._busy: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._guard = threading.Lock()
        self._http = httpx.Client(
            timeout=self.manners.timeout_s, headers={"User-Agent": AGENT}
        )

    def __enter__(self) -> "Client":
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close all connections."""
        self.stopped.set()
        self._http.close()

    def get(self, url: str) -> Entry:
        """Return what an address gives, from the cache while it is fresh.

        An address that ends in ``#bytes=0-999`` asks for that part of a file.

        Raises
        ------
        FetchError
            If it does not come, or may not be asked.

        """
        with self._guard:
            busy, gate = self._busy[url], self._gates[urlsplit(url).netloc]
        with busy:
            held = self.store.entry(url)
            if self.manners.offline:
                if held is None:
                    raise FetchError(
                        f"{url} is not in the cache; fetch it online first"
                    )
                return held
            if (
                held is not None
                and time.time() - held.fetched_at < self.manners.fresh_s
            ):
                return held
            with gate:
                return self._tried(url, held)

    def body(self, entry: Entry) -> Path:
        """Return the file of a body."""
        return self.store.body(entry)

    def _tried(self, url: str, held: Entry | None) -> Entry:
        wait_s = self.manners.wait_s
        for tries in range(1, self.manners.tries + 1):
            try:
                return self._asked(url, held)
            except (_TryAgain, httpx.TransportError) as error:
                reason = f"{error}" or type(error).__name__
                asked_s = getattr(error, "wait_s", None)
            except FetchError:
                raise
            except OSError as error:  # the network's errors are httpx's
                raise DiskError(
                    f"{url} must be kept in {self.store.root}, but cannot be: "
                    f"{error.strerror}; is the disk full?"
                ) from error
            last = tries == self.manners.tries
            pause_s = wait_s if asked_s is None else asked_s
            if last or pause_s > self.manners.most_wait_s:
                said = f"; it asks to wait {pause_s:.0f} s" if asked_s else ""
                raise FetchError(
                    f"{url} gave nothing in {tries} tries ({reason}{said})"
                )
            if self.stopped.wait(pause_s):
                raise FetchError(f"{url} was not asked to the end: interrupted")
            wait_s = min(2 * wait_s, self.manners.most_wait_s)
        raise AssertionError("a try returns or raises")

    def _asked(self, url: str, held: Entry | None) -> Entry:
        """Ask once, over redirects."""
        at, span = url, span_of(url)
        for _ in range(REDIRECTS + 1):
            check_address(at, allow_private=self.manners.allow_private)
            part = self.store.part(url)
            if span is not None:  # a part of a part is not worth continuing
                self.store.drop(part)
            headers = conditions(held, part, self.store.validator(part))
            if span is not None:
                headers |= {"Accept-Encoding": "identity", "Range": f"bytes={span}"}
            with self._http.stream("GET", at, headers=headers) as response:
                if not self.manners.allow_private:
                    check_peer(response, at)
                if not response.has_redirect_location:
                    return self._answered(url, at, held, part, response)
                to = urljoin(at, response.headers["location"])
            if not same_place(at, to) and urlsplit(to).scheme != "https":
                raise FetchError(f"{at} must stay on its host, but leads to {to}")
            at = to
        raise FetchError(f"{url} leads in a circle")

    def _answered(
        self,
        url: str,
        at: str,
        held: Entry | None,
        part: Path,
        response: httpx.Response,
    ) -> Entry:
        """Judge the status; take the body."""
        status, headers = response.status_code, response.headers
        if status == 304 and held is not None:
            fresh = Entry(**{**vars(held), "fetched_at": time.time()})
            self.store.note(fresh)
            return fresh
        if status == 416:  # what we have is longer than what there is
            self.store.drop(part)
            raise _TryAgain("416, the part held does not fit")
        if status in AGAIN:
            raise _TryAgain(f"status {status}", asked_wait(headers.get("retry-after")))
        if status not in (200, 206):
            body = next(response.iter_bytes(3000), b"")
            said = " ".join(body[:200].decode(errors="replace").split())
            raise StatusError(f"{at} must give status 200, got {status}: {said}", body)
        span, given = span_of(url), headers.get("content-range", "")
        if span is not None and not given.startswith(f"bytes {span.split('-')[0]}-"):
            raise FetchError(
                f"{at} must give the part that was asked for, got "
                f"{given or f'status {status}'}; download the file instead"
            )
        self._taken(part, response, continued=status == 206 and span is None)
        kind = headers.get("content-type", "")
        if is_html(part, kind):
            self.store.drop(part)
            raise FetchError(f"{at} must give data, but gives a web page (HTML)")
        entry = Entry(
            url,
            at,
            sha256_of(part),
            part.stat().st_size,
            kind,
            headers.get("etag", ""),
            headers.get("last-modified", ""),
            time.time(),
            headers.get("content-crs", "").strip("<> "),
            total_of(given),
        )
        return self.store.keep(part, entry)

    def _taken(self, part: Path, response: httpx.Response, *, continued: bool) -> None:
        """Write the body to the part; leave the part where it can be continued."""
        headers = response.headers
        start = part.stat().st_size if continued else 0
        if continued and not headers.get("content-range", "").startswith(
            f"bytes {start}-"
        ):
            self.store.drop(part)
            raise _TryAgain("another range came than was asked")
        if not continued:
            self.store.drop(part)
            if "content-encoding" not in headers:
                validator = headers.get("etag", "") or headers.get("last-modified", "")
                self.store.mark(part, validator.strip())
        until = time.monotonic() + self.manners.whole_s
        with part.open("ab") as file:
            for chunk in response.iter_bytes():
                file.write(chunk)
                if file.tell() > self.manners.most_bytes:
                    self.store.drop(part)
                    raise FetchError(
                        f"{response.url} must be at most "
                        f"{self.manners.most_bytes:,} bytes, got more"
                    )
                if time.monotonic() > until:
                    raise FetchError(
                        f"{response.url} must come within {self.manners.whole_s:g} s"
                    )
                if self.stopped.is_set():
                    raise FetchError(f"{response.url} did not come whole: interrupted")
