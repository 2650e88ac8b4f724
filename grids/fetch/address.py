"""Which addresses may be asked: the public web, nothing else.

A list of data sets may come from someone else, so an address must not lead to this
machine or the network behind it, and not to a file. Names are resolved and every
address looked at; whoever answers is looked at again (``check_peer``), because a name
may resolve differently a moment later.
"""

import ipaddress
import socket
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass


class FetchError(OSError):
    """Data that did not come; the text says from where and why."""


class DiskError(FetchError):
    """Data that came, but for which this machine has no room."""


def check_address(url: str, *, allow_private: bool = False) -> None:
    """Refuse an address that is not http(s) or leads to a private network.

    Parameters
    ----------
    url
        Absolute address.
    allow_private
        Let addresses of this machine and its network pass.

    Raises
    ------
    FetchError
        If it may not be asked, or the name is not known.

    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError(f"address must begin with https:// or http://, got {url}")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"address must have no user or password, got {parts.hostname}")
    if allow_private:
        return
    found = _literal(parts.hostname)
    if found is None and is_proxied(url):  # the proxy resolves the name, not we
        found = ["127.0.0.1"] if parts.hostname == "localhost" else []
    if found is None:
        found = _resolved(parts.hostname)
    for address in found:
        _check_public(address, parts.hostname)


def check_peer(response: Any, url: str) -> None:
    """Refuse an answer that comes from a private address.

    Raises
    ------
    FetchError
        If the other end of the connection is private and no proxy.

    """
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    if peer and not is_proxied(url):
        _check_public(str(peer[0]), urlsplit(url).hostname or "")


def is_proxied(url: str) -> bool:
    """Say whether the machine's settings send this address through a proxy."""
    parts = urlsplit(url)
    proxies = getproxies()
    if parts.scheme not in proxies and "all" not in proxies:
        return False
    return not proxy_bypass(parts.hostname or "")


def same_place(one: str, other: str) -> bool:
    """Say whether two addresses are of one host and port, and as safe or safer."""
    a, b = urlsplit(one), urlsplit(other)
    if (a.scheme, b.scheme) == ("http", "https") and a.port is None and b.port is None:
        return a.hostname == b.hostname
    return (a.scheme, a.hostname, a.port) == (b.scheme, b.hostname, b.port)


def _literal(host: str) -> list[str] | None:
    """Return the address if the host is one, also in its odd forms (``127.1``)."""
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        pass
    try:
        return [socket.inet_ntoa(socket.inet_aton(host))]
    except OSError:
        return None


def _resolved(host: str) -> list[str]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError as error:
        raise FetchError(
            f"host {host} must be known, but its name does not resolve ({error}); "
            "check the connection"
        ) from error
    return [str(one[4][0]) for one in found]


def _check_public(address: str, host: str) -> None:
    found = ipaddress.ip_address(address.split("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    if not found.is_global or found.is_multicast:
        raise FetchError(
            f"host {host} must be on the public web, but is {found}; allow private "
            "addresses if that is meant"
        )
