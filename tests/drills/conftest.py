import os
from pathlib import Path

import psycopg2
import pytest

from tests.browser.server import new_database

FILLED = Path(__file__).parent.parent / "upgrade" / "0.1.0.postgresql.sql"


@pytest.fixture(scope="module")
def small_site():
    """The address of a database of its own that holds one of everything."""
    url = new_database(os.environ["DATABASE_URL"])
    connection = psycopg2.connect(url)
    connection.cursor().execute(FILLED.read_text())
    connection.commit()
    connection.close()
    return url
