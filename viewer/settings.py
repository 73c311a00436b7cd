"""What the user chose, kept from one run to the next."""

from PySide6.QtCore import QSettings

EXACT = "exact_at_rest"


def exact_at_rest() -> bool:
    """Whether a view that rests is finished by the model itself, where what stands in for it is close already."""
    return bool(_file().value(EXACT, True, type=bool))


def keep_exact_at_rest(exact: bool) -> None:
    """Keeps it for the next run."""
    _file().setValue(EXACT, exact)


def _file() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "unpixel", "settings")
