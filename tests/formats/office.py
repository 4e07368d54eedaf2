"""What LibreOffice makes of a Word file."""

import shutil
import subprocess

import pypdf


def find_office():
    return shutil.which("soffice")


def pages_in_office(content, folder):
    """On how many pages it sets a Word file. `folder` is empty, and takes its own settings."""
    file = folder / "file.docx"
    file.write_bytes(content)
    subprocess.run(
        [
            find_office(),
            f"-env:UserInstallation={(folder / 'office').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", folder, file),
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )
    return len(pypdf.PdfReader(folder / "file.pdf").pages)
