"""Set up the diary with nothing but Python, and open it; the Makefile calls this. Standard library only.

set_up.py        the environment in .venv, with exact versions and compiled bytecode
set_up.py run    the same, then the diary, or the tour where no screen answers
set_up.py pin    constraints.txt anew, from the list that uv reads in pyproject.toml
"""

from __future__ import annotations

import compileall
import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from diary import screen  # noqa: E402 - found only after the line above

VENV = ROOT / ".venv"
STAMP = VENV / "set-up.stamp"
CONSTRAINTS = ROOT / "constraints.txt"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
OWN_SOURCES = ("diary", "benchmarks", "main.py")

GLIB = "libglib2.0-0"
# What Qt's wheel takes from the system, and the Debian package of each.
ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": GLIB,
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
}
WITH_A_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Debian 13 and Ubuntu 24.04 renamed some packages; the first C library of both is this one.
RENAMED_SINCE_GLIBC = (2, 39)

NO_SCREEN = "No screen answers here, so pictures of every page are made in build/tour instead."


class SetUpError(Exception):
    """Why the set-up stops, and what to do about it."""


def main(arguments: list[str]) -> int:
    """Do what the command line asks; return the exit code."""
    if arguments == ["pin"]:
        CONSTRAINTS.write_text(constraints_text(), "utf-8")
        return 0
    if arguments not in ([], ["run"]):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        set_up()
    except SetUpError as stopped:
        print(f"\n{stopped}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; the same command goes on from here.", file=sys.stderr)
        return 130
    return open_diary() if arguments else 0


def open_diary() -> int:
    """Run the diary, or the tour where no screen answers; return its exit code."""
    environment = dict(os.environ)
    command = [str(PYTHON), str(ROOT / "main.py")]
    if not screen.answers():
        print(NO_SCREEN, flush=True)
        environment["QT_QPA_PLATFORM"] = "offscreen"
        command.append("tour")
    try:
        return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 130


def set_up() -> None:
    """Make the environment whole; where nothing has changed since, this is a few milliseconds."""
    packages = missing_packages()
    if packages:
        install_packages(packages)
    if not stamped():
        make_environment()
        install_libraries()
        STAMP.write_text(stamp(), "utf-8")
    compile_own()


# -- the system's libraries -------------------------------------------------------------------------------


def missing_packages() -> list[str]:
    """Return the Debian packages that this machine lacks; elsewhere stop with the names of the libraries."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = ALWAYS | (WITH_A_SCREEN if screen.answers() else {})
    absent = [library for library in wanted if not loads(library)]
    debian = shutil.which("apt-get") is not None
    if absent and not debian:
        raise SetUpError(
            f"Qt needs libraries that this system lacks: {', '.join(absent)}.\n"
            "Install them with the system's package tool, then give the same command again."
        )
    packages = [wanted[library] for library in absent]
    if debian and not VENV.exists() and importlib.util.find_spec("ensurepip") is None:
        packages.insert(0, "python{}.{}-venv".format(*sys.version_info))
    return [spelled(package) for package in packages]


def loads(library: str) -> bool:
    """Return whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def spelled(package: str) -> str:
    """Return a package's name as this release of Debian or Ubuntu spells it."""
    renamed = package == GLIB and glibc() >= RENAMED_SINCE_GLIBC
    return f"{package}t64" if renamed else package


def glibc() -> tuple[int, ...]:
    """Return the version of the C library, by which releases of every derivative can be told apart."""
    version = (os.confstr("CS_GNU_LIBC_VERSION") or "glibc 0").split()[-1]
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def install_packages(packages: list[str]) -> None:
    """Install Debian packages when root; otherwise stop with the line that does."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    by_hand = f"    sudo apt-get update && sudo {shlex.join(line)}\n"
    if os.geteuid() != 0:
        raise SetUpError(
            f"Some system packages are missing. This line installs them:\n\n{by_hand}\n"
            "Then give the same command again."
        )
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], line):
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        # A stale list of one source is no reason to stop; the packages themselves are.
        if done.returncode != 0 and command is line:
            raise SetUpError(f"{done.stdout}\nThese packages did not install. The line was:\n\n{by_hand}")


# -- the environment --------------------------------------------------------------------------------------


def requirements() -> list[str]:
    """Return the direct dependencies, the development ones included, from pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]


def constraints_text() -> str:
    """Return what constraints.txt holds: the list that uv reads, in the shape that pip reads."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    pins = project["tool"]["uv"]["constraint-dependencies"]
    head = "# What our direct dependencies bring along; written from pyproject.toml by: make pin\n"
    return head + "".join(f"{pin}\n" for pin in pins)


def stamp() -> str:
    """Return what the environment depends on, as one line; when it changes, the environment is renewed."""
    python = sys.implementation.cache_tag or sys.version
    told = "\n".join([python, *requirements(), CONSTRAINTS.read_text("utf-8")])
    return hashlib.sha256(told.encode()).hexdigest()


def stamped() -> bool:
    """Return whether the environment is there, finished, and of today's versions."""
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text("utf-8") == stamp()


def make_environment() -> None:
    """Make .venv, unless a sound one of this Python is already there."""
    if PYTHON.exists():
        asked = "import sys, pip; sys.exit(sys.version_info[:2] != ({}, {}))".format(*sys.version_info)
        if succeeds([str(PYTHON), "-c", asked]):
            STAMP.unlink(missing_ok=True)
            return
    print("Making the environment in .venv", flush=True)
    base = getattr(sys, "_base_executable", sys.executable)
    if not succeeds([base, "-m", "venv", "--clear", str(VENV)], quiet=False):
        raise SetUpError("Python could not make an environment in .venv; the reason stands above.")


def install_libraries() -> None:
    """Install exact versions, compiled: without bytecode the start takes five times as long."""
    print("Installing the libraries, once; this takes a minute or two", flush=True)
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    command += ["--compile", "--only-binary=:all:", "-c", str(CONSTRAINTS), *requirements()]
    if not succeeds(command, quiet=False):
        raise SetUpError("The libraries did not install; the reason stands above. Is there a network?")


def compile_own() -> None:
    """Compile our own sources where they changed, whatever the environment says about bytecode."""
    for name in OWN_SOURCES:
        place = ROOT / name
        if place.is_dir():
            compileall.compile_dir(place, quiet=2)
        elif place.exists():
            compileall.compile_file(place, quiet=2)


def succeeds(command: list[str], *, quiet: bool = True) -> bool:
    """Run a command without the settings that would bend it; return whether it ended well."""
    bent = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PIP_NO_COMPILE", "PIP_USER", "PIP_TARGET")
    environment = {name: value for name, value in os.environ.items() if name not in bent}
    silence = subprocess.DEVNULL if quiet else None
    done = subprocess.run(command, env=environment, stdout=silence, stderr=silence, check=False)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
