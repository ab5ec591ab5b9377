"""Edits made by LibreOffice itself, run by its own Python: open a file, track changes, edit, save as Word.

Called as: python office_edits.py PIPE INPUT OUTPUT, with the office listening at the pipe of that name.
"""

import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def named(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def desktop(pipe):
    """Return the office, once it listens."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("the office did not come")


def found(document, words):
    search = document.createSearchDescriptor()
    search.SearchString = words
    search.SearchCaseSensitive = True
    return document.findFirst(search)


def edit(document):
    """Make one edit of every kind."""
    at = found(document, "212 pupils on roll")
    at.String = "214 pupils on roll"
    place = found(document, "The visit was planned")
    place.Text.insertString(place.getStart(), "As agreed. ", False)
    gone = found(document, "bar model as their classmates and ")
    gone.String = ""
    split = found(document, "Disadvantaged pupils complete")
    split.Text.insertControlCharacter(split.getStart(), 0, False)
    cell = found(document, "Mathematics leader")
    cell.String = "Assistant head"
    note = document.createInstance("com.sun.star.text.textfield.Annotation")
    note.Author, note.Content = "Chair", "Is this still so?"
    risk = found(document, "no present risk")
    risk.Text.insertTextContent(risk.getStart(), note, False)
    document.RecordChanges = False
    silent = found(document, "are precise")
    silent.String = "are mostly precise"


def main(pipe, source, target):
    office = desktop(pipe)
    document = office.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (named("Hidden", True),))
    document.RecordChanges = True
    edit(document)
    document.storeToURL(uno.systemPathToFileUrl(target), (named("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    office.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
