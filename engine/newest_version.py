"""Asks the package index for the newest version of Unpixel. It runs only when a user presses the command."""

import json
import re
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from engine.base.errors import UpdateError
from engine.base.messages import message
from engine.base.version import VERSION, as_numbers

INDEX = "https://pypi.org/simple/unpixel/"
JSON_TYPE = "application/vnd.pypi.simple.v1+json"
MAX_BYTES = 4 << 20
TIMEOUT_S = 15


def look_up(index: str = INDEX) -> dict[str, str | bool]:
    """Returns this version, the newest published one, and whether that is newer. Raises UpdateError."""
    newest = _newest(_versions(index)) or VERSION
    return {"version": VERSION, "newest": newest, "newer": as_numbers(newest) > as_numbers(VERSION)}


def _versions(index: str) -> list[Any]:
    remedy = message("look for a newer version where Unpixel came from")
    try:
        with urlopen(
            Request(index, headers={"Accept": JSON_TYPE, "User-Agent": "unpixel"}), timeout=TIMEOUT_S
        ) as answer:
            found = json.loads(answer.read(MAX_BYTES))["versions"]
    except HTTPError as error:
        error.close()  # it carries the open response
        if error.code == 404:
            raise UpdateError("Unpixel", message("is not in the package index"), remedy) from error
        reason = message("the package index answers {status}", status=str(error.code))
        raise UpdateError("Unpixel", reason, remedy) from error
    except (OSError, HTTPException) as error:
        reason = message("the package index cannot be reached")
        raise UpdateError("Unpixel", reason, message("check the network and try again")) from error
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise UpdateError("Unpixel", message("the package index gives no valid answer"), remedy) from error
    return found if isinstance(found, list) else []


def _newest(versions: list[Any]) -> str | None:
    """Returns the newest version; None without one. Pre-releases, which hold letters, do not count."""
    released = [
        each for each in versions if isinstance(each, str) and re.fullmatch(r"\d{1,9}(\.\d{1,9}){0,5}", each)
    ]
    return max(released, key=as_numbers, default=None)
