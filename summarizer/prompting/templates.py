"""The prompt templates: found, checked and rendered.

The templates are in ``prompts/`` at the top of the project, and in ``summarizer/prompts`` once
installed. A folder of the user's may replace single ones. Each begins with a comment on one line:
what it asks, and when. ``docs/prompts.md`` has the variables.
"""

import hashlib
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import SettingsError

if TYPE_CHECKING:
    from jinja2 import Environment

SUFFIX = ".j2"


def builtin_folder() -> Path:
    """Return the folder of our own templates, installed or in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "prompts"
    return installed if installed.is_dir() else package.parent / "prompts"


class Templates:
    """The templates that questions are made of.

    Args:
        folder: A folder whose templates replace ours of the same name; the rest stay ours.

    Raises:
        SettingsError: The folder is missing, or holds a template that we do not have, or that
            cannot be read.

    Example:
        >>> Templates().render("system").splitlines()[0]
        'You analyse news articles. Answer the question about the article.'
    """

    def __init__(self, folder: Path | None = None) -> None:
        ours = builtin_folder()
        self._folders = [path for path in (folder, ours) if path]
        if folder is not None:
            self._check(folder)

    @cached_property
    def _names(self) -> list[str]:
        return sorted(path.stem for path in builtin_folder().glob(f"*{SUFFIX}"))

    @cached_property
    def _environment(self) -> "Environment":
        return _ours(*self._folders) if len(self._folders) == 1 else _opened(*self._folders)

    def render(self, name: str, /, **variables: object) -> str:
        """Render a template.

        Args:
            name: The template's name, without its suffix.
            **variables: What it uses.

        Returns:
            The text.

        Raises:
            SettingsError: The template is missing, broken, or uses an unknown variable.
        """
        try:
            return self._environment.get_template(name + SUFFIX).render(variables)
        except Exception as error:  # a template is code of the user's and may fail in any way
            raise SettingsError(
                f"The template {name + SUFFIX!r} cannot be rendered: {error}.",
                hint="Compare it with ours: `summarizer prompts DIR` writes them to a folder.",
            ) from error

    @cached_property
    def digest(self) -> str:
        """``sha256:`` and the digest of all templates, replaced ones included."""
        total = hashlib.sha256()
        for name in self._names:
            total.update(f"{name}\0{self._source(name)}\0".encode())
        return "sha256:" + total.hexdigest()

    def _source(self, name: str) -> str:
        loader = self._environment.loader
        assert loader is not None  # noqa: S101  set above
        return loader.get_source(self._environment, name + SUFFIX)[0]

    def _check(self, folder: Path) -> None:
        if not folder.is_dir():
            raise SettingsError(
                f"There is no folder of templates {str(folder)!r}.",
                hint="To write ours into one, run: summarizer prompts DIR",
            )
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            if path.stem not in self._names:
                raise SettingsError(
                    f"No template is called {path.name!r}.",
                    hint=f"Those that can be replaced: {', '.join(self._names)}.",
                )
            _check_text(path)


def _opened(*folders: Path) -> "Environment":
    from jinja2 import (  # noqa: PLC0415  not needed without a model
        Environment,
        FileSystemLoader,
        StrictUndefined,
    )

    return Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701  prompts are plain text
        auto_reload=False,  # the digest is that of the templates as they were read
        trim_blocks=True,
        lstrip_blocks=True,
    )


_ours = cache(_opened)
"""Our own templates: compiling them for each session takes longer than rendering them."""


def _check_text(path: Path) -> None:
    """Refuse a file that is no text now; its digest is wanted only when all has been asked."""
    try:
        path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"The template {str(path)!r} cannot be read: {error}.",
            hint="Save it as a text file in UTF-8.",
        ) from error
