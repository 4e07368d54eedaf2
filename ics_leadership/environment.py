"""What the settings read from outside: environment variables and the local secret key."""

import ipaddress
import os
import re
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

PROFILES = ("production", "local")
WORDS = {"yes": True, "no": False}


def profile() -> str:
    """ICS_PROFILE, or production when unset, so that a forgotten variable fails closed."""
    name = os.environ.get("ICS_PROFILE", "production")
    if name not in PROFILES:
        raise ImproperlyConfigured(f"ICS_PROFILE is {name!r}: set it to production or local.")
    return name


def required(name: str) -> str:
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set. Set it as .env.example describes, "
            "or set ICS_PROFILE=local to run on your own machine."
        )
    return value


def required_secret(name: str) -> str:
    value = required(name)
    if value.startswith("example-") or len(value) < 50:
        raise ImproperlyConfigured(
            f"{name} is the public example, or shorter than 50 characters: make one of your own as "
            ".env.example describes."
        )
    return value


def optional(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def optional_number(name: str, default: int, lowest: int = 1) -> int:
    value = optional(name, str(default))
    if not (value.isascii() and value.isdecimal() and lowest <= int(value) < 100_000):
        raise ImproperlyConfigured(
            f"{name} is {value!r}: set it to a whole number from {lowest} to 99999."
        )
    return int(value)


def optional_word(name: str, words: tuple[str, ...]) -> str:
    """One of `words`, of which the first is the default."""
    word = optional(name, words[0]).lower()
    if word not in words:
        raise ImproperlyConfigured(f"{name} is {word!r}: set it to {' or '.join(words)}.")
    return word


def networks(name: str, default: str) -> list:
    try:
        return [ipaddress.ip_network(each) for each in split(optional(name, default))]
    except ValueError as fault:
        raise ImproperlyConfigured(f"{name}: {fault}.") from None


def site_url(name: str, hosts: list[str]) -> str:
    """The address that is set, or https and the first of `hosts`; "" where that is no one name."""
    value = optional(name)
    if value and not re.fullmatch(r"https?://[^\s/?#@]+", value):
        raise ImproperlyConfigured(f"{name} is {value!r}: set it as in https://ics.example.org.")
    first = hosts[0] if hosts and not hosts[0].startswith((".", "*")) else ""
    return value or (f"https://{first}" if first else "")


def split(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def required_list(name: str) -> list[str]:
    return split(required(name))


def required_yes_or_no(name: str) -> bool:
    word = required(name).lower()
    if word not in WORDS:
        raise ImproperlyConfigured(f"{name} is {word!r}: set it to yes or no.")
    return WORDS[word]


def kept_secret(path: Path) -> str:
    """The secret in `path`, made on first use and readable by its owner alone."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64))
        # A rename is whole or not at all: a start that is killed here leaves no empty key.
        draft.replace(path)
    return path.read_text()
