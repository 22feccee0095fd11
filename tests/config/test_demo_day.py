"""A demonstration opens on a day of the model year's story; nothing else shows another day."""

import os
import subprocess
import sys
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from zhunsheng.config.demo_day import OPENS_ON, behind

_TOLD = "import django; django.setup(); from zhunsheng.kernel import clock; print(clock.today())"


def test_the_day_goes_on_from_the_day_it_was_opened(tmp_path: Path) -> None:
    opened = date(2026, 11, 26)
    told = behind(tmp_path, zone=UTC, today=opened)
    assert opened - told == OPENS_ON
    two_days_later = behind(tmp_path, zone=UTC, today=opened + timedelta(days=2))
    assert two_days_later == told


def test_what_was_loaded_before_keeps_its_own_time(tmp_path: Path) -> None:
    ledgers = tmp_path / "ledgers"
    ledgers.touch()
    assert behind(tmp_path, zone=UTC, held=(ledgers,)) == timedelta()
    assert list(tmp_path.iterdir()) == [ledgers]


def test_an_installation_in_use_has_the_real_day() -> None:
    assert timedelta() == settings.CLOCK_BEHIND


def _today(var: Path, demo: str, zone: str = "Asia/Shanghai") -> str:
    env = os.environ | {"ZHUNSHENG_VAR": str(var), "ZHUNSHENG_DEMO": demo, "DATABASE_URL": ""}
    env["TZ"] = zone
    env["DJANGO_SETTINGS_MODULE"] = "zhunsheng.config.settings"
    told = subprocess.run(
        [sys.executable, "-c", _TOLD], env=env, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def test_only_a_demonstration_is_behind(tmp_path: Path) -> None:
    assert _today(tmp_path / "in-use", "") != OPENS_ON.isoformat()
    assert _today(tmp_path / "demo", "1") == OPENS_ON.isoformat()
    # Without the sign of a demonstration the same folder shows the real day.
    assert _today(tmp_path / "demo", "") != OPENS_ON.isoformat()


@pytest.mark.parametrize("zone", ["Pacific/Honolulu", "Pacific/Kiritimati", "UTC"])
def test_a_machine_of_any_zone_opens_on_the_bureau_s_day(tmp_path: Path, zone: str) -> None:
    assert _today(tmp_path, "1", zone) == OPENS_ON.isoformat()
