"""A PostgreSQL of one's own on loopback, for as long as the tests run."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OWNER = "cx_owner"
READER, PASSWORD = "cx_reader", "reading only"
DATABASE = "postgres"
HOME = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Server:
    """A running server; its data are gone when the tests end."""

    bin: Path
    folder: Path
    port: int
    account: dict[str, Any]

    def url(self, user: str = OWNER, password: str = "", database: str = DATABASE) -> str:
        secret = f":{password.replace(' ', '%20')}" if password else ""
        return f"postgres://{user}{secret}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        options = f"-p {self.port} -h 127.0.0.1 -k {self.folder} -F"
        self._control("-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        self._control("-w", "-m", "fast", "stop")

    def _control(self, *words: str) -> None:
        self.run("pg_ctl", "-D", str(self.folder / "data"), *words)

    def run(self, program: str, *words: str) -> None:
        subprocess.run(
            [self.bin / program, *words],
            check=True,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            **self.account,
        )


def programs() -> Path | None:
    """The folder of PostgreSQL's programs; Debian keeps them off the PATH."""
    found = sorted(HOME.glob("*/bin/initdb")) if HOME.is_dir() else []
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@contextmanager
def server(programs: Path) -> Iterator[Server]:
    """A fresh server on a free port, with an owner and a role that may only read."""
    import psycopg

    with tempfile.TemporaryDirectory(prefix="cx-pg-", dir="/tmp") as name:
        folder = Path(name)
        account: dict[str, Any] = {"env": {"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}}
        if os.getuid() == 0:
            # PostgreSQL does not run as root; Debian's package brings an account for it.
            who = pwd.getpwnam("postgres")
            os.chown(folder, who.pw_uid, who.pw_gid)
            account |= {"user": who.pw_uid, "group": who.pw_gid}
        made = Server(programs, folder, _free_port(), account)
        made.run("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", OWNER, "--no-sync")
        secure = f"host all {READER} 127.0.0.1/32 scram-sha-256\n"
        rules = folder / "data" / "pg_hba.conf"
        rules.write_text(secure + rules.read_text())
        made.start()
        try:
            with psycopg.connect(made.url(), autocommit=True) as connection:
                connection.execute(f"create role {READER} login password '{PASSWORD}'")
                connection.execute(f"grant pg_read_all_data to {READER}")
            yield made
        finally:
            made.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
