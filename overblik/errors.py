"""Errors that we foresee. Each speaks twice: English and exact for the log, Danish and calm for the reader."""


class OverblikError(Exception):
    """Base of all foreseen errors: `str(error)` is for the log, `error.notice` for the reader.

    Neither may hold a value from the data: only file, column, row, count, and the choices there are.
    """

    notice = "Noget gik galt. Prøv igen, eller kontakt den, der driver Overblik."

    def __init__(self, message: str, notice: str | None = None) -> None:
        super().__init__(message)
        if notice is not None:
            self.notice = notice


class SettingWrong(OverblikError):
    """A setting cannot be used; the notice says which, and how to set it."""

    notice = "En indstilling kan ikke bruges."


class NoRelease(OverblikError):
    """There is no release to answer from."""

    notice = "Der er endnu ikke udgivet nogen tal. Læg filerne i indbakken, og udgiv dem."


class ReleaseUnknown(OverblikError):
    """A release was asked for by an id that is not in the store."""

    notice = "Den udgivelse, der spørges efter, findes ikke her. Vælg en anden, eller brug den nyeste."


class ReleaseDamaged(OverblikError):
    """A file of a release is missing or does not have the content its name promises."""

    notice = "En fil i udgivelsen er beskadiget. Kontakt den, der driver Overblik; tallene kan gendannes fra arkivet."


class ReleaseWithdrawn(OverblikError):
    """A release was asked for that has been withdrawn, because a file that it was built on has been erased."""

    notice = (
        "Udgivelsen er trukket tilbage, fordi en fil, den var bygget på, er slettet. Tallene kan ikke vises mere. "
        "Brug de nyeste tal."
    )


class QuestionWrong(OverblikError):
    """A file in queries/ breaks the rules for questions: header and SQL disagree."""

    notice = "Et af spørgsmålene bag siderne er ikke skrevet rigtigt. Kontakt den, der driver Overblik."


class QuestionUnknown(OverblikError):
    """A question was asked that no file in queries/ answers."""

    notice = "Det spørgsmål findes ikke."


class ChoiceWrong(OverblikError):
    """A parameter cannot be used; the notice says which, and names the nearest or the possible choices."""

    notice = "Et valg kan ikke bruges."


class ContractWrong(OverblikError):
    """A file in data/kontrakt/ cannot be used as a contract."""

    notice = "En af kontraktens filer kan ikke bruges. Kontakt den, der driver Overblik."


class ContractBroken(OverblikError):
    """Delivered files are not what the contract says. Carries every breach found."""

    notice = (
        "Filerne er ikke taget i brug, fordi de ikke er, som de skal være. "
        "Siderne viser fortsat de seneste godkendte tal."
    )
