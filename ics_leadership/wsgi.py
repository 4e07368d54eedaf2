import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ics_leadership.settings")

site = get_wsgi_application()

from ics_leadership.keeping import Keeping  # noqa: E402 (needs the settings and the models)

application = Keeping(site)
