"""A Spark cluster on loopback: a master and workers, each a Java process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

OPENED = (
    "java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util "
    "java.util.concurrent java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action "
    "sun.util.calendar"
).split()
PATIENCE = 120
MASTER, WORKER = "org.apache.spark.deploy.master.Master", "org.apache.spark.deploy.worker.Worker"


@dataclass
class Cluster:
    """A running cluster; `workers` can be ended one by one."""

    home: Path
    folder: Path
    url: str = ""
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def add_worker(self) -> None:
        words = ("--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
        process, log = self._java(
            f"worker{len(self.workers)}", WORKER, *words, "--cores", "1", "--memory", "1g", self.url
        )
        self.workers.append(process)
        _found(process, log, r"Successfully registered with master")

    def begin(self, workers: int) -> None:
        words = ("--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
        process, log = self._java("master", MASTER, *words)
        port = _found(process, log, r"Starting Spark master at spark://127\.0\.0\.1:(\d+)")
        self.url = f"spark://127.0.0.1:{port}"
        for _ in range(workers):
            self.add_worker()

    def end(self) -> None:
        for process in reversed(self.started):
            kill(process)

    def _java(self, name: str, main: str, *words: str) -> tuple[subprocess.Popen[bytes], Path]:
        log = self.folder / f"{name}.log"
        opens = [f"--add-opens=java.base/{one}=ALL-UNNAMED" for one in OPENED]
        classes = str(self.home / "jars" / "*")
        with log.open("wb") as out:
            process = subprocess.Popen(
                ["java", "-Xmx192m", "-XX:+UseSerialGC", *opens, "-cp", classes, main, *words],
                stdout=out,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                env=self._environment(),
                # Its own session, so that the executors that a worker starts end with it.
                start_new_session=True,
            )
        self.started.append(process)
        return process, log

    def _environment(self) -> dict[str, str]:
        core = next((self.home / "jars").glob("spark-core_*.jar")).name
        scala = re.match(r"spark-core_(\d+\.\d+)-", core)
        assert scala is not None
        return os.environ | {
            "SPARK_HOME": str(self.home),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_LOCAL_DIRS": str(self.folder),
            "SPARK_WORKER_DIR": str(self.folder / "work"),
            # A Spark from pip does not tell a worker its Scala version, and no executor starts.
            "SPARK_SCALA_VERSION": scala[1],
        }


@contextmanager
def cluster(folder: Path, *, workers: int = 2) -> Iterator[Cluster]:
    """A master and workers, gone when the block ends."""
    import pyspark

    made = Cluster(Path(pyspark.__file__).parent, folder)
    try:
        made.begin(workers)
        yield made
    finally:
        made.end()


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and those that it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(30)


def _found(process: subprocess.Popen[bytes], log: Path, pattern: str) -> str:
    """The first group of what the log says, as soon as it does."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        said = log.read_text(errors="replace")
        match = re.search(pattern, said)
        if match:
            return match[1] if match.groups() else match[0]
        if process.poll() is not None:
            raise RuntimeError(f"{log.name} ended: {said[-2000:]}")
        time.sleep(0.1)
    raise TimeoutError(f"{log.name}: {log.read_text(errors='replace')[-2000:]}")
