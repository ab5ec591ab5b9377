"""What can be wrong with a file or a row: stable codes, each with its sentence."""

from visitapp.domain.published.batches import Fault
from visitapp.errors import ImportRefusedError

SENTENCES = {
    "E-QUOTE": "A quotation mark in this line is not closed, or stands where none may; the line was left out.",
    "E-LONG": "This row has more cells than there are columns, so its cells have moved; it was left out.",
    "E-URN": "The school\u2019s number (URN) is not six digits; the row was left out.",
    "E-NAME": "This row names no school; it was left out.",
    "E-STATUS": "This row does not say whether the school is open or closed; it was left out.",
    "E-PLACE": "The code of the authority is not three digits, so nobody can tell whose row it is; it was left out.",
    "E-ROW": "This row does not say what it is about; it was left out.",
    "E-YEARS": "This row does not say which year it is about; it was left out.",
    "E-DUP": "The same record stands further up in this file; this row was left out and the first one kept.",
    "E-INSPECTION": "No inspection in this row has a number (the school may not have been inspected yet); "
    "it was left out.",
    "E-SCHOOL": "No school of the register, or more than one, has this number or name; the row was left out.",
    "E-MEASURE": "Nobody said which measure this word means; the row was left out.",
    "E-GROUP": "Nobody said which group of pupils this word means; the row was left out.",
    "W-SCHOOL": "No school of the register has this number; what the row says was kept under it.",
    "W-SHORT": "This row ends before the last column; what is missing counts as not said.",
    "W-CODE": "This word or code is in no list known here; it was left out.",
    "W-RANGE": "This value lies outside what is possible; it was left out.",
    "W-NUMBER": "This is no number; it was left out.",
    "W-DATE": "This is no date; it was left out.",
    "W-EXCEL": "A spreadsheet program has shortened this number; its last digits are lost.",
    "W-ENC": "Some letters of this file were damaged before it came here, beginning at this line.",
    "W-DUP": "The same record stands further up in this file.",
    "W-MOVED": "This number belongs to a school that has closed or become another.",
    "W-FORMULA": "The result of this formula is not in the workbook, so it counts as not said. Open the workbook in "
    "Excel and save it, then read it in again.",
    "W-GRADE": "This word is on no scale known here; it stands as it is.",
    "W-ORPHAN": "A grade stands here without the number of its inspection; it was left out.",
    "W-COLUMN": "Two columns have this name; the first was read.",
    "W-COUNT": "There are over a tenth more or fewer schools of this authority than in the last file of this kind.",
    "W-NOLA": "The row about this authority as a whole is not in the file.",
    "W-NATION": "This national figure is not the one read in before for the same year and release.",
    "I-YEAR": "The year was taken from the name of the file.",
    "I-TITLE": "This line is a title above the names of the columns; it was passed over.",
    "I-NEWCOL": "This column is not known here; it was not read.",
    "I-GONECOL": "This column is missing from the file; what it would say counts as not said.",
    "I-NAMES": "This is the search download of the register: it can be used, but has fewer codes than the whole.",
}
"""What each code says. Codes of whole files that are refused (E-ENC, E-HDR, E-KIND) say their sentence themselves."""

LONGEST_RAW = 120


def fault(code: str, line: int = 0, column: str = "", raw: str = "") -> Fault:
    """Return the fault of a code with its sentence; of long texts only the beginning is kept."""
    return Fault(
        code, SENTENCES[code], line, column, raw if len(raw) <= LONGEST_RAW else f"{raw[:LONGEST_RAW]}\u2026"
    )


def refusal(code: str, why: str, then: str, columns: tuple[str, ...] = ()) -> ImportRefusedError:
    """Return the error that says that nothing was changed, why the file was not read, and what to do."""
    return ImportRefusedError(
        f"Nothing in Visitapp was changed: the file was not read, because {why}. {then}", code, columns
    )
