"""One settings file, two profiles: `production` (every default is strict) and `local`.

Environment variables are described in .env.example.
"""

from pathlib import Path

import dj_database_url

from ics_leadership import environment as env

BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL = env.profile() == "local"
# Everything the running site makes: database, collected static files, local secret key.
VAR_DIR = Path(env.optional("ICS_VAR", str(BASE_DIR / "var"))).resolve()

DEBUG = False

if LOCAL:
    SECRET_KEY = env.optional("SECRET_KEY") or env.kept_secret(VAR_DIR / "secret_key")
    ALLOWED_HOSTS = env.split(env.optional("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]"))
    DATABASE_URL = env.optional("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
    BEHIND_PROXY = False
else:
    SECRET_KEY = env.required_secret("SECRET_KEY")
    ALLOWED_HOSTS = env.required_list("ALLOWED_HOSTS")
    DATABASE_URL = env.required("DATABASE_URL")
    BEHIND_PROXY = env.required_yes_or_no("BEHIND_PROXY")

# The one address under which everything is named, whatever host was asked; on one's own machine
# the host that was asked, unless this is set.
SITE_URL = env.site_url("SITE_URL", [] if LOCAL else ALLOWED_HOSTS)

# Only what comes from these addresses is believed about whom it asks for.
PROXY_NETWORKS = env.networks("PROXY_NETWORKS", "127.0.0.0/8,::1")

# Shown on the contact page, which says so in a plain sentence when it is unset.
CONTACT_EMAIL = env.optional("CONTACT_EMAIL")

# A verdict as of a day longer ago than this is marked as perhaps out of date; one that hangs on a
# Bill before Parliament, sooner.
VERDICT_FRESH_DAYS = env.optional_number("VERDICT_FRESH_DAYS", 365)
VERDICT_ON_A_BILL_FRESH_DAYS = env.optional_number("VERDICT_ON_A_BILL_FRESH_DAYS", 90)

# How often one address may ask the API in a minute, of each process; 0 means no limit.
API_REQUESTS_PER_MINUTE = env.optional_number("API_REQUESTS_PER_MINUTE", 120, lowest=0)

# Shown at /metrics to whoever sends it; without it there is no such address.
METRICS_TOKEN = env.optional("METRICS_TOKEN")

# Lines for people, or one object of JSON for each.
LOG_FORMAT = env.optional_word("LOG_FORMAT", ("line", "json"))

# Where load_content reads the texts of the site.
CONTENT_DIR = BASE_DIR / "fixtures"

# Whether every editor has to log in with a code of their phone's besides the password.
SECOND_STEP = env.optional_word("SECOND_STEP", ("optional", "required"))
OTP_TOTP_ISSUER = "ICS Leadership"

INSTALLED_APPS = [
    "taggit",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "findings",
    "ics_leadership",
    "ics_leadership.editors.EditorsConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

# The order matters and docs/adr/0003-middleware-order.md says why.
MIDDLEWARE = [
    "ics_leadership.middleware.SecurityHeaders",
    "ics_leadership.watching.Watch",
    "findings.api.middleware.ForPrograms",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "ics_leadership.middleware.Prefetch",
    "ics_leadership.middleware.Methods",
    "ics_leadership.middleware.WholeForms",
    "ics_leadership.middleware.ReadableInput",
    "ics_leadership.middleware.Worn",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "ics_leadership.compression.Brotli",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "ics_leadership.middleware.OneAddress",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "ics_leadership.once.Once",
]

ROOT_URLCONF = "ics_leadership.urls"
WSGI_APPLICATION = "ics_leadership.wsgi.application"

# Our own without their indentation, then those that come with Django.
TEMPLATE_LOADERS = [
    "ics_leadership.indentation.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", TEMPLATE_LOADERS)],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "findings.views.chrome.site",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(DATABASE_URL, conn_max_age=600, conn_health_checks=True),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # A database that is away is noticed within two seconds, one that fell silent within ten.
    DATABASES["default"]["OPTIONS"] = {
        "connect_timeout": 2,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 2,
        "tcp_user_timeout": 5000,
        "application_name": "ics-leadership",
        **DATABASES["default"].get("OPTIONS", {}),
    }
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for a writer (WAL), and two writers queue rather than fail (IMMEDIATE).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TAGGIT_CASE_INSENSITIVE = True

# Length is what makes a password hard to guess, so nothing else is asked of its letters.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {},
        "MinimumLengthValidator": {"min_length": 15},
        "CommonPasswordValidator": {},
    }.items()
]

LANGUAGE_CODE = "en-gb"
FORMAT_MODULE_PATH = "ics_leadership.spelling"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# Which file has which name is told by pages; the list of all is nobody's business.
STATIC_MANIFEST = VAR_DIR / "static-names"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "ics_leadership.static_names.Storage"},
}
WHITENOISE_MIMETYPES = {".speculationrules": "application/speculationrules+json"}

# Plain http on one's own machine; https and nothing else in production.
# Where a log-in ends that asked for an address elsewhere.
LOGIN_REDIRECT_URL = "/admin/"
CSRF_FAILURE_VIEW = "findings.views.errors.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LOCAL
if not LOCAL:
    # A name that begins so can be set over https alone, for this host alone.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = not LOCAL
SECURE_HSTS_SECONDS = 0 if LOCAL else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not LOCAL
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
        "json": {"()": "ics_leadership.logs.Json"},
    },
    "filters": {
        "one_line": {"()": "ics_leadership.logs.OneLine"},
        "discreet": {"()": "ics_leadership.private.Discreet"},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": LOG_FORMAT,
            "filters": ["one_line", "discreet"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        # What strangers mistype or try is no fault of ours, and not worth a line each.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
