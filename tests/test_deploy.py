"""The files of deploy/: each read by its own program where that is here, and all in step."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())


def run(*command):
    return subprocess.run(command, capture_output=True, text=True)


def test_units_are_sound_to_systemd(tmp_path):
    for unit in UNITS:
        name = unit.name.replace("@", "@8000")
        (tmp_path / name).write_text(unit.read_text().replace("/srv/ics", str(ROOT)))
    if shutil.which("systemd-analyze"):
        done = run("systemd-analyze", "verify", *map(str, sorted(tmp_path.iterdir())))
        ours = [line for line in done.stderr.splitlines() if str(tmp_path) in line]
        assert (done.returncode, ours) == (0, [])
    timers = {unit.stem for unit in UNITS if unit.suffix == ".timer"}
    assert timers == {"ics-backup", "ics-due", "ics-links"}
    assert timers <= {unit.stem for unit in UNITS if unit.suffix == ".service"}


def test_what_is_run_is_there():
    files = [*UNITS, DEPLOY / "Containerfile", DEPLOY / "compose.yaml"]
    scripts = {name for file in files for name in re.findall(r"script/\w+", file.read_text())}
    assert scripts == {"script/bootstrap", "script/manage", "script/prepare", "script/serve"}
    assert all(os.access(ROOT / name, os.X_OK) for name in scripts)
    commands = {
        name
        for file in files
        for name in re.findall(r"script/manage --production (\w+)", file.read_text())
    }
    assert commands == {"backup", "check_links", "publish_due"}


def test_nginx_reads_its_example(tmp_path):
    text = (DEPLOY / "nginx.conf").read_text()
    assert "access_log off" in text
    if not (shutil.which("nginx") and shutil.which("openssl")):
        return
    key, certificate = tmp_path / "privkey.pem", tmp_path / "fullchain.pem"
    made = run(
        *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=x"),
        *("-keyout", str(key), "-out", str(certificate)),
    )
    assert made.returncode == 0
    site = text.replace("/etc/letsencrypt/live/ics.example.org", str(tmp_path))
    config = tmp_path / "nginx.conf"
    config.write_text(
        f"pid {tmp_path}/pid; error_log {tmp_path}/log; events {{}}\n"
        f"http {{ access_log off; {site} }}\n"
    )
    done = run("nginx", "-t", "-c", str(config), "-p", str(tmp_path))
    assert (done.returncode, "test is successful" in done.stderr) == (0, True)


def test_caddy_reads_its_example():
    text = (DEPLOY / "Caddyfile").read_text()
    assert "skip_log @papers" in text
    if shutil.which("caddy"):
        file = str(DEPLOY / "Caddyfile")
        done = run("caddy", "validate", "--config", file, "--adapter", "caddyfile")
        assert (done.returncode, "Valid configuration" in done.stdout + done.stderr) == (0, True)


def test_containers_have_no_root_and_a_read_only_root():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    ours = {name: each for name, each in services.items() if each["image"] == "ics-leadership"}
    assert set(ours) == {"prepare", "web-1", "web-2", "timers"}
    assert all(each["read_only"] and each["cap_drop"] == ["ALL"] for each in ours.values())
    lines = (DEPLOY / "Containerfile").read_text().splitlines()
    assert "USER ics" in lines
    assert any(line.startswith("HEALTHCHECK") and "/healthz" in line for line in lines)
