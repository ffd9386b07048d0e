"""`roundup completion`, and the answers to the scripts that it prints."""

import os
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType

import click
from click.shell_completion import (
    BashComplete,
    ShellComplete,
    add_completion_class,
    get_completion_class,
    shell_complete,
    split_arg_string,
)

from roundup.cli.options import OneOf, examples, shared

VARIABLE = "_ROUNDUP_COMPLETE"
INSTALLING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "bash": (
            "roundup completion bash >> ~/.bashrc",
            "or, with the package bash-completion:",
            "mkdir -p ~/.local/share/bash-completion/completions",
            "roundup completion bash > ~/.local/share/bash-completion/completions/roundup",
        ),
        "zsh": (
            "mkdir -p ~/.zfunc",
            "roundup completion zsh > ~/.zfunc/_roundup",
            "and, in ~/.zshrc: fpath+=~/.zfunc; autoload -Uz compinit; compinit",
        ),
        "fish": (
            "mkdir -p ~/.config/fish/completions",
            "roundup completion fish > ~/.config/fish/completions/roundup.fish",
        ),
    }
)
# Bash takes colons for the ends of words. It is told all of the line, and gets what follows the last colon.
_BASH = """\
%(complete_func)s() {
    local line=${COMP_LINE:0:COMP_POINT} answer type value colon=
    local word=${line##*[[:space:]]}
    [[ $COMP_WORDBREAKS == *:* && $word == *:* ]] && colon=${word%%:*}:
    COMPREPLY=()
    while IFS=, read -r type value; do
        case $type in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain) COMPREPLY+=("${value#"$colon"}") ;;
        esac
    done < <(COMP_LINE=$line %(complete_var)s=bash_complete "$1" 2> /dev/null)
}

complete -o nosort -F %(complete_func)s %(prog_name)s 2> /dev/null ||
    complete -F %(complete_func)s %(prog_name)s
"""


class Bash(BashComplete):
    """Completion for bash that knows words with colons."""

    source_template = _BASH

    def source(self) -> str:
        """The script; which bash will read it is not asked."""
        return ShellComplete.source(self)

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being written, and what there is of that."""
        line = os.environ["COMP_LINE"]
        words = split_arg_string(line)[1:]
        return (words, "") if line[-1:].isspace() or not words else (words[:-1], words[-1])


@click.command(epilog=examples("roundup completion bash", "roundup completion fish"))
@click.argument("shell", type=OneOf(list(INSTALLING)), metavar="|".join(INSTALLING))
@shared
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Prints a script with which a shell completes commands and names.

    It completes options too, and their values: roundups, languages, papers, topics. The script says how
    to install it.
    """
    kind = Bash if shell == "bash" else get_completion_class(shell)
    assert kind is not None
    script = kind(context.find_root().command, {}, "roundup", VARIABLE).source()
    click.echo(f"{script.rstrip()}\n\n# To install it:")
    for line in INSTALLING[shell]:
        click.echo(f"#   {line}")


def answer(program: click.Command) -> int:
    """Answers a shell that asks while a line is being written; a fault is no answer, and no noise."""
    add_completion_class(Bash)
    with suppress(Exception):
        shell_complete(program, {}, "roundup", VARIABLE, os.environ[VARIABLE])
    return 0
