"""`roundup` itself: finds commands by name, loads one only when it is called, and ends without a traceback."""

import difflib
import gc
import importlib
import keyword
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import click

import roundup
from roundup.cli.ending import code_of
from roundup.cli.options import shared, site_folder

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "init": "Makes a new site with one sample roundup in two languages.",
        "new": "Makes a roundup: a folder with an index.md.",
        "add": "Adds papers to a roundup: an entry for each, with the facts that can be found.",
        "import": "Makes a roundup of articles out of a post, README or bibliography that exists.",
        "translate": "Starts a translation, or records that it is current.",
        "status": "Shows how far each roundup is in each language.",
        "serve": "Previews the site while you write.",
        "check": "Says everything that is wrong in the site, and writes nothing of it.",
        "build": "Builds the site.",
        "export": "Writes a roundup as one document to be pasted elsewhere.",
        "rename": "Gives a paper, a roundup or a topic another name, everywhere at once.",
        "list": "Lists the papers, roundups or topics of the site.",
        "eject": "Copies templates and other files of the theme into the site.",
        "schema": "Prints JSON Schemas, for editors and programs.",
        "completion": "Prints a script with which a shell completes commands and names.",
    }
)


def module_of(name: str) -> str:
    """The module of a command: called as it is, with `_` behind a word that Python keeps for itself."""
    return f"{name}_" if keyword.iskeyword(name) else name


class Program(click.Group):
    """The commands by name; their short help is known without loading them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, loaded now."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"roundup.cli.{module_of(cmd_name)}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the words begin with; for none, the one that may have been meant."""
        if args[0] == "help":
            args = [*args[1:2], "--help"]
        if args == ["--help"]:
            click.echo(ctx.get_help())
            ctx.exit()
        near = difflib.get_close_matches(args[0], COMMANDS, n=1)
        if near and args[0] not in COMMANDS:
            ctx.fail(f"No such command '{args[0]}'. Did you mean '{near[0]}'?")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """The names of commands, or the options before them, that begin so; no command is loaded."""
        from click.shell_completion import CompletionItem

        named = ((name, said) for name, said in COMMANDS.items() if name.startswith(incomplete))
        options = click.Command.shell_complete(self, ctx, incomplete)
        return [*(CompletionItem(name, help=said) for name, said in named), *options]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands in the help."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: roundup --site my-papers build",
)
@click.version_option(roundup.__version__, prog_name="roundup", message="%(prog)s %(version)s")
@shared
@click.pass_context
def program(context: click.Context) -> None:
    """Makes a static site of annual paper roundups out of Markdown files."""
    try:
        os.getcwd()
    except FileNotFoundError:
        hint = "\n  hint: go to another one with cd"
        raise click.ClickException(f"the folder that you are in is there no more{hint}") from None
    if context.invoked_subcommand is None:
        from roundup.cli.welcome import next_steps

        click.echo(next_steps(site_folder()))


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 good, 1 anything wrong in the site folder or the machine, 2 a wrong command line."""
    # A command makes many values and no cycles: looking for cycles less often saves a tenth of its time.
    gc.set_threshold(100_000)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if "_ROUNDUP_COMPLETE" in os.environ:
        from roundup.cli.completion import answer

        return answer(program)
    try:
        code = program.main(arguments, prog_name="roundup", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt) as fault:
        return code_of(fault.__cause__ or fault)
    except BrokenPipeError:
        return 1
    except Exception as fault:
        return _told(fault)
    return code if isinstance(code, int) else 0


def _told(fault: Exception) -> int:
    """A fault that nobody foresaw, in words; its traceback only for those who ask."""
    if os.environ.get("ROUNDUP_TRACEBACK"):
        traceback.print_exception(fault)
    elif isinstance(fault, OSError):
        from roundup.problems import refused

        name = f"{fault.filename}: " if fault.filename else ""
        hint = f"\n  hint: {refused(fault)}" if refused(fault) else ""
        click.echo(f"{name}error: {fault.strerror or fault}{hint}", err=True)
    else:
        place = traceback.extract_tb(fault.__traceback__)[-1]
        where = f"{os.path.basename(place.filename)}:{place.lineno}"
        what = f"error: roundup failed in {where}: {type(fault).__name__}: {fault}"
        hint = "  hint: this is a fault of roundup; set ROUNDUP_TRACEBACK=1 to see all of it"
        click.echo(f"{what}\n{hint}", err=True)
    return 1
