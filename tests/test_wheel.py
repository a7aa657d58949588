"""The built wheel, installed into an empty environment elsewhere on the disk, builds a pack."""

import subprocess
import sys
import venv

from workshop import ROOT, put


def test_the_wheel_builds_a_pack_from_an_empty_environment(tmp_path):
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("briefpack-*.whl")
    home = tmp_path / "elsewhere"
    venv.create(home / "env", with_pip=True)
    python = home / "env" / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    names = put(home, "court-news.html", "steel-opinion.txt")
    done = subprocess.run(
        [str(home / "env" / "bin" / "briefpack"), "build", *names],
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert (home / "out" / "students" / "deck.pptx").exists()
