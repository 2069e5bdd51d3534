"""The sample company's files, as they stand in the project, copied to a folder of the analyst's."""

from __future__ import annotations

from pathlib import Path

from cxlib.errors import BadOption, UnreadableFile


def sample_folder() -> Path:
    """The project's folder of sample files.

    Returns:
        The folder `sample_data` beside the package.

    Raises:
        UnreadableFile: when cxlib was installed without it.
    """
    folder = Path(__file__).resolve().parents[2] / "sample_data"
    if not any(folder.glob("*.csv")):
        raise UnreadableFile(
            "The sample files come with the project's own folder, and this installation of cxlib "
            "is without it. Run the command from a copy of the project."
        )
    return folder


def copy_samples(folder: Path) -> tuple[Path, ...]:
    """Copy the sample files into a folder, which is made where it does not exist.

    Files that stand there already with the same content are left; the copies are byte for byte
    the same each time.

    Args:
        folder: where to write.

    Returns:
        The files in the folder, by name.

    Raises:
        BadOption: when a file of that name with other content is there, or the folder cannot be
            written to. Nothing has been copied over then.
        UnreadableFile: when cxlib was installed without the sample files.
    """
    contents = {path.name: path.read_bytes() for path in sorted(sample_folder().glob("*.csv"))}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            there = folder / name
            if there.exists() and there.read_bytes() != content:
                raise BadOption(
                    f"The folder {folder} already has a {name} with other content. Name an empty "
                    "folder, or move that file away."
                )
        for name, content in contents.items():
            (folder / name).write_bytes(content)
    except OSError as problem:
        raise BadOption(
            f"The sample files cannot be written to {folder}: {problem.strerror}. Name a folder "
            "that you may write to."
        ) from problem
    return tuple(folder / name for name in contents)
