"""Settings of one installation, read from the environment once at start."""

import os
import secrets
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from zhunsheng.config.database import LEDGERS, database
from zhunsheng.config.demo_day import behind
from zhunsheng.config.installed import regime_apps

ROOT = Path(os.environ.get("ZHUNSHENG_ROOT", Path.cwd()))
VAR = Path(os.environ.get("ZHUNSHENG_VAR", ROOT / "var"))
EVIDENCE_DIR = VAR / "evidence"

DEBUG = False
ALLOWED_HOSTS = os.environ.get("ZHUNSHENG_HOSTS", "127.0.0.1,localhost,testserver").split(",")
PROFILE = os.environ.get("ZHUNSHENG_PROFILE", "bureau")
DEMO = os.environ.get("ZHUNSHENG_DEMO", "") == "1"
TIME_ZONE = "Asia/Shanghai"
VAR.mkdir(parents=True, exist_ok=True)
#: Only a demonstration's clock is behind: its year would be long over.
CLOCK_BEHIND = (
    behind(VAR, zone=ZoneInfo(TIME_ZONE), held=(EVIDENCE_DIR, VAR / LEDGERS))
    if DEMO
    else timedelta()
)


def _secret_key() -> str:
    """The key of this installation: made once, readable by its owner alone."""
    if key := os.environ.get("ZHUNSHENG_SECRET_KEY"):
        return key
    path = VAR / "secret_key"
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    VAR.mkdir(parents=True, exist_ok=True)
    key = secrets.token_urlsafe(48)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(key)
    return key


SECRET_KEY = _secret_key()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "zhunsheng.kernel",
    "zhunsheng.reports",
    "zhunsheng.desk",
    "zhunsheng.portal",
    *regime_apps(),
]

AUTH_USER_MODEL = "kernel.Person"
DATABASES = {"default": database(VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "zhunsheng.config.compressed.CompressedPagesMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "zhunsheng.desk.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "zhunsheng.desk.gate.GateMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "zhunsheng.kernel.org.backend.PersonBackend",
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5
AXES_LOCKOUT_TEMPLATE = "desk/locked.html"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
PASSWORD_RESET_TIMEOUT = 24 * 3600  # seconds a link to set one lives
LOGIN_URL = "desk:sign-in"
LOGIN_REDIRECT_URL = "desk:home"

ROOT_URLCONF = "zhunsheng.config.urls"
WSGI_APPLICATION = "zhunsheng.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "zhunsheng.desk.context.page",
            ],
        },
    }
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]  # 中文: Chinese
LANGUAGE_COOKIE_NAME = "zhunsheng_language"
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
CSRF_COOKIE_HTTPONLY = True
if os.environ.get("ZHUNSHENG_HTTPS") == "1":
    # The server speaks plain HTTP to a proxy of ours, which says what the reader spoke to it.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    MIDDLEWARE.insert(0, "zhunsheng.config.behind_proxy.BehindProxyMiddleware")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31536000
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024

# Reminders: without these they are read on the page alone.
EMAIL_HOST = os.environ.get("ZHUNSHENG_MAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("ZHUNSHENG_MAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("ZHUNSHENG_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("ZHUNSHENG_MAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("ZHUNSHENG_MAIL_TLS") == "1"
URGING_MAIL_FROM = os.environ.get("ZHUNSHENG_MAIL_FROM", "")
URGING_WEBHOOK = os.environ.get("ZHUNSHENG_WEBHOOK", "")
URGING_WEBHOOK_BODY = os.environ.get(
    "ZHUNSHENG_WEBHOOK_BODY", '{"msgtype":"text","text":{"content":"{text}"}}'
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
