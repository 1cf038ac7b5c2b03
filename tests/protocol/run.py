"""The public protocol suites, run against `goals demo --keep-running` and against the contract.

`python tests/protocol/run.py` installs what they need (Node.js with npm must be there), starts a
server of its own and runs all; names after it choose suites. Exit 1 says that one failed; a tool
that is missing is a failure too.
"""

import json
import os
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = ROOT / "build" / "protocol"
PROGRAMS = HERE / "node_modules" / ".bin"
SECONDS_TO_FUZZ = 60

LIVE = [
    "http_audit",
    "websocket",
    "server_sent_events",
    "relay_walk",
    "apollo_cache",
    "urql_cache",
]
STATIC = ["code_generator", "relay_compiler", "breaking_changes"]


def call(*command: str | Path, **environment: str) -> bool:
    """Run a command from the root of the project; its output is ours."""
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=os.environ | environment, check=False
    )
    return done.returncode == 0


def install_node_packages() -> None:
    """Install exactly the versions of package.json, unless they are there already."""
    wanted = (HERE / "package.json").read_text("utf-8")
    stamp = HERE / "node_modules" / ".installed"
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    subprocess.run(
        ["npm", "install", "--before=2026-10-01", "--no-package-lock", "--loglevel=error"],
        cwd=HERE,
        check=True,
    )
    stamp.write_text(wanted, "utf-8")


def python_tool(name: str) -> Path:
    """The folder of programs of a Python tool that lives in an environment of its own."""
    wanted = (HERE / f"{name}.txt").read_text("utf-8")
    home = BUILD / name
    stamp = home / "installed"
    if not stamp.exists() or stamp.read_text("utf-8") != wanted:
        venv.create(home, clear=True, with_pip=True)
        subprocess.run(
            [
                home / "bin" / "pip",
                "-qq",
                "install",
                "--only-binary=:all:",
                "-r",
                HERE / f"{name}.txt",
            ],
            check=True,
        )
        stamp.write_text(wanted, "utf-8")
    return home / "bin"


def node(suite: str) -> Callable[[str], bool]:
    """A suite written for Node.js."""
    return lambda demo: call("node", HERE / "suites" / f"{suite}.mjs", GOALS_DEMO=demo)


def eslint(_: str) -> bool:
    """GraphQL-ESLint: schema, Relay and operations."""
    config = HERE / "eslint.config.mjs"
    return call(PROGRAMS / "eslint", "-c", config, "--max-warnings", "0", "graphql")


def schema_linter(_: str) -> bool:
    """graphql-schema-linter, every rule."""
    return call(PROGRAMS / "graphql-schema-linter", "graphql/schema.graphql")


def ariadne_codegen(_: str) -> bool:
    """ariadne-codegen: the client it writes is imported."""
    programs = python_tool("ariadne-codegen")
    written = call(programs / "ariadne-codegen", "--config", HERE / "ariadne.toml")
    return written and call(
        programs / "python", "-c", "import written_client", PYTHONPATH=str(BUILD)
    )


def schemathesis(demo: str) -> bool:
    """schemathesis: every root field with invented input; no fault of the server, none slow."""
    said = json.loads(demo)
    return call(
        python_tool("schemathesis") / "schemathesis",
        "run",
        said["url"],
        *("--header", f"Authorization: Bearer {said['tokens']['admin']}"),
        *("--checks", "not_a_server_error,response_schema_conformance,negative_data_rejection"),
        *("--phases", "fuzzing", "--max-time", str(SECONDS_TO_FUZZ)),
        *("--max-response-time", "2", "--rate-limit", "auto"),
        *("--suppress-health-check", "all", "--warnings", "off"),
        SCHEMATHESIS_HOOKS="fuzz_hooks",
        PYTHONPATH=str(HERE),
    )


SUITES: dict[str, Callable[[str], bool]] = {
    "eslint": eslint,
    "schema_linter": schema_linter,
    **{name: node(name) for name in STATIC},
    "ariadne_codegen": ariadne_codegen,
    **{name: node(name) for name in LIVE},
    "schemathesis": schemathesis,
}


def run(names: list[str], demo: str) -> int:
    """Run the suites of these names and say how many failed."""
    failed = []
    for name in names:
        began = time.monotonic()
        print(f"-- {name}", flush=True)
        if not SUITES[name](demo):
            failed.append(name)
        print(f"   {time.monotonic() - began:.1f} s", flush=True)
    print(f"{len(names) - len(failed)} suites passed, {len(failed)} failed {' '.join(failed)}")
    return 1 if failed else 0


def main(names: list[str]) -> int:
    """Install, serve, run."""
    unknown = [name for name in names if name not in SUITES]
    if unknown:
        print(f"no suite {', '.join(unknown)}; there are {', '.join(SUITES)}", file=sys.stderr)
        return 2
    install_node_packages()
    goals = Path(sys.executable).with_name("goals")
    with TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/goals.db"
        server = subprocess.Popen(
            [goals, "demo", "--keep-running", "--json", "--database", database],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"GOALS_LANGUAGE": "en", "GOALS_RATE": "0"},
        )
        try:
            assert server.stdout is not None
            return run(names or list(SUITES), server.stdout.readline())
        finally:
            server.terminate()
            server.wait(timeout=30)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
