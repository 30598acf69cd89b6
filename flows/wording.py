"""Typer in Indonesian: help pages, usage lines, and what is wrong with a command line, in one sentence."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What every fault of a command line is; Typer has no public name for it."""


class OutputClosed(Exception):
    """Who reads our standard output (`| head`) has enough. No OSError, as Typer ends those with exit code 1."""


class _Indonesian:
    """What commands and the group of commands print alike."""

    def get_usage(self, ctx: Any) -> str:
        """The usage line."""
        usage: str = super().get_usage(ctx)  # type: ignore[misc]
        usage = usage.replace("Usage:", "Pemakaian:", 1).replace("[OPTIONS]", "[PILIHAN]", 1)
        return re.sub(r"\{(\w+)\}", r"\1", usage)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help page."""
        # Imported late: Rich with all it needs takes as long to load as fifty pages to read.
        from typer import rich_utils

        rich_utils.ARGUMENTS_PANEL_TITLE = "Argumen"
        rich_utils.OPTIONS_PANEL_TITLE = "Pilihan"
        rich_utils.COMMANDS_PANEL_TITLE = "Perintah"
        rich_utils.DEFAULT_STRING = "[bawaan: {}]"
        rich_utils.REQUIRED_LONG_STRING = "[wajib]"
        super().format_help(ctx, formatter)  # type: ignore[misc]

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Tampilkan bantuan ini."
        return option

    def get_params(self, ctx: Any) -> list[Any]:
        """All parameters; metavars say what they are, so the names of Python's types are left out."""
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            if getattr(param, "is_flag", False):
                param.metavar = ""
            elif param.param_type_name == "argument":
                param.display_type_rich = lambda ctx: None
        return params


class Command(_Indonesian, TyperCommand):
    """One command."""


class Group(_Indonesian, TyperGroup):
    """All commands."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The usage line's words."""
        return ["[PILIHAN]", "PERINTAH", "[ARGUMEN]..."]

    def resolve_command(self, ctx: Any, args: Any) -> Any:
        """Find the command, or say which one was perhaps meant."""
        if args and self.get_command(ctx, args[0]) is None:
            near = difflib.get_close_matches(args[0], self.list_commands(ctx), cutoff=0.6)
            meant = f"; mungkin maksudnya: {', '.join(near)}" if near else ""
            raise typer.BadParameter(f"Perintah '{args[0]}' tidak ada{meant}", ctx=ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise OutputClosed from error


def explain(error: Exception) -> str:
    """The fault of a command line as one Indonesian sentence with the way to the help."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "selaras"
    sentence = _sentence(error).rstrip(".")
    return f"{sentence}. Lihat: {path} --help"


def _sentence(error: Exception) -> str:
    kind = type(error).__name__
    message = str(getattr(error, "message", "") or error)
    if kind == "MissingParameter":
        return f"{_parameter(error)} belum diisi"
    if kind == "NoSuchOption":
        near: Sequence[str] = getattr(error, "possibilities", None) or ()
        meant = f"; mungkin maksudnya: {', '.join(sorted(near))}" if near else ""
        return f"Pilihan {getattr(error, 'option_name', '')} tidak ada{meant}"
    if kind == "BadOptionUsage":
        option = getattr(error, "option_name", "")
        return f"Pilihan {option} {'tidak menerima' if 'does not take' in message else 'memerlukan'} nilai"
    if kind == "BadParameter" and error.__cause__ is not None:
        return _bad_value(error)
    if extra := re.search(r"unexpected extra arguments? ?(?:\(s\))? \((.*)\)", message):
        return f"Argumen berlebih: {extra[1]}"
    if "Missing command" in message:
        return "Perintah belum disebut"
    return message


def _parameter(error: Exception) -> str:
    param = getattr(error, "param", None)
    if param is None:
        return "Nilai"
    if param.param_type_name == "argument":
        return f"Argumen {param.metavar or param.name}"
    return f"Pilihan {' / '.join(param.opts)}"


def _bad_value(error: Exception) -> str:
    """Typer lets pydantic judge values: say its verdict in our words."""
    details: list[dict[str, Any]] = getattr(error.__cause__, "errors", list)()
    first = details[0] if details else {}
    kind, limits = str(first.get("type", "")), first.get("ctx", {})
    reason = "tidak sah"
    if kind.startswith("int"):
        reason = "harus bilangan bulat"
    elif kind == "greater_than_equal":
        reason = f"paling kecil {limits.get('ge')}"
    elif kind == "less_than_equal":
        reason = f"paling besar {limits.get('le')}"
    elif choices := re.findall(r"'([^']+)'", str(first.get("msg", "")))[1:]:
        reason = f"harus salah satu dari {', '.join(choices)}"
    return f"{_parameter(error)}: '{first.get('input', '')}' {reason}"
