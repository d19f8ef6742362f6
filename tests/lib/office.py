"""Does jobs in one LibreOffice, opened before the first: a JSON job a line in, a JSON answer a line out."""

import json
import os
import shutil
import subprocess
import sys
import time
import traceback
from urllib.parse import urlsplit
from urllib.request import url2pathname
import office_writer
import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException, Locale

FILTERS = {
    "xlsx": "Calc MS Excel 2007 XML",
    "xls": "MS Excel 97",
    "ods": "calc8",
    "csv": "Text - txt - csv (StarCalc)",
    **office_writer.FILTERS,
}
WRITER = "com.sun.star.text.TextDocument"
START_SECONDS = 180


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def start(soffice, profile):
    name = f"retombees-{os.getpid()}"
    command = [
        soffice,
        "--headless",
        "--invisible",
        "--norestore",
        "--nologo",
        "--nodefault",
        f"-env:UserInstallation={profile}",
        f"--accept=pipe,name={name};urp;",
    ]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    url = f"uno:pipe,name={name};urp;StarOffice.ComponentContext"
    limit = time.monotonic() + START_SECONDS
    while True:
        try:
            context = resolver.resolve(url)
            break
        except NoConnectException:
            if time.monotonic() > limit or process.poll() not in (None, 0):
                stop(process, None)
                raise
            time.sleep(0.1)
    return process, context


def stop(process, desktop):
    try:
        if desktop is not None:
            desktop.terminate()
        process.wait(20)
    except (DisposedException, subprocess.TimeoutExpired):
        pass
    try:
        os.killpg(process.pid, 9)
    except (ProcessLookupError, PermissionError):
        pass


def edit(document, one):
    if "ajouterFeuille" in one:
        document.Sheets.insertNewByName(one["ajouterFeuille"], document.Sheets.Count)
        return
    sheet = document.Sheets.getByName(one["feuille"])
    edit_sheet(sheet, one)
    if "cellule" in one:
        edit_cell(document, sheet, sheet.getCellRangeByName(one["cellule"]).getCellByPosition(0, 0), one)


def edit_sheet(sheet, one):
    if "insererRangee" in one:
        sheet.Rows.insertByIndex(one["insererRangee"] - 1, 1)
    if "supprimerRangee" in one:
        sheet.Rows.removeByIndex(one["supprimerRangee"] - 1, 1)
    if "insererColonne" in one:
        index = sheet.getCellRangeByName(one["insererColonne"] + "1").RangeAddress.StartColumn
        sheet.Columns.insertByIndex(index, 1)
    if "masquerRangee" in one:
        sheet.Rows.getByIndex(one["masquerRangee"] - 1).IsVisible = False
    if "masquerColonne" in one:
        sheet.Columns.getByName(one["masquerColonne"]).IsVisible = False
    if "masquerFeuille" in one:
        sheet.IsVisible = not one["masquerFeuille"]
    if "fusionner" in one:
        sheet.getCellRangeByName(one["fusionner"]).merge(True)
    if "renommer" in one:
        sheet.Name = one["renommer"]


def format_key(document, code):
    english = Locale("en", "US", "")
    return document.NumberFormats.addNewConverted(code, english, Locale("fr", "CA", ""))


def edit_cell(document, sheet, cell, one):
    if "format" in one:
        cell.NumberFormat = format_key(document, one["format"])
    if "valeur" in one:
        if isinstance(one["valeur"], str):
            cell.String = one["valeur"]
        else:
            cell.Value = one["valeur"]
    if "formule" in one:
        cell.Formula = one["formule"]
    if "saisie" in one:
        cell.FormulaLocal = one["saisie"]
    if "note" in one:
        sheet.Annotations.insertNew(cell.CellAddress, one["note"])


def reference(column, row):
    letters = ""
    column += 1
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def links_of(cell):
    found = cell.TextFields.createEnumeration() if hasattr(cell, "TextFields") else None
    links = []
    while found is not None and found.hasMoreElements():
        field = found.nextElement()
        if hasattr(field, "URL"):
            links.append(field.URL)
    return links


def inspect_cells(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    cells = []
    for row in range(end.EndRow + 1):
        for column in range(end.EndColumn + 1):
            cell = sheet.getCellByPosition(column, row)
            if cell.String == "" and cell.Formula == "":
                continue
            cells.append(
                {
                    "cellule": reference(column, row),
                    "texte": cell.String,
                    "contenu": cell.Formula,
                    "genre": cell.Type.value,
                    "liens": links_of(cell),
                }
            )
    return cells


def inspect(document):
    sheets = []
    for sheet in document.Sheets:
        notes = [
            {
                "cellule": reference(note.Position.Column, note.Position.Row),
                "texte": note.String,
            }
            for note in sheet.Annotations
        ]
        sheets.append(
            {
                "nom": sheet.Name,
                "visible": sheet.IsVisible,
                "cellules": inspect_cells(sheet),
                "notes": sorted(notes, key=lambda note: note["cellule"]),
            }
        )
    return sheets


# Semicolons, double quotes, windows-1252, cells as shown.
CSV_OPTIONS = "59,34,1,1,,0,false,true,true"


def encryption(password):
    values = (
        NamedValue(Name="CryptoType", Value="Standard"),
        NamedValue(Name="OOXPassword", Value=password),
    )
    return uno.Any("[]com.sun.star.beans.NamedValue", values)


def save(document, job):
    options = {"FilterName": FILTERS[job["format"]]}
    if job.get("motDePasse"):
        options["EncryptionData"] = encryption(job["motDePasse"])
    if job["format"] == "csv":
        document.Sheets.moveByName(job["feuille"], 0)
        options["FilterOptions"] = CSV_OPTIONS
    document.storeToURL(job["sortie"], properties(**options))


def work(desktop, job):
    document = desktop.loadComponentFromURL(job["entree"], "_blank", 0, properties(Hidden=not job.get("vue")))
    if document is None:
        raise ValueError(f"LibreOffice cannot open {job['entree']}")
    kind = office_writer if document.supportsService(WRITER) else sys.modules[__name__]
    try:
        for one in job.get("changements", []):
            kind.edit(document, one)
        for sheet, url in job.get("csv", {}).items():
            save(document, {"feuille": sheet, "sortie": url, "format": "csv"})
        if "sortie" in job:
            save(document, job)
        return kind.inspect(document) if job.get("inspecter") else []
    finally:
        document.close(True)


def recalculate_on_load(context, always):
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    settings = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess",
        properties(nodepath="/org.openoffice.Office.Calc/Formula/Load"),
    )
    settings.replaceByName("OOXMLRecalcMode", 0 if always else 1)
    settings.commitChanges()


def answer(context, desktop, job):
    recalculate_on_load(context, job.get("recalculer", False))
    try:
        return {"reponse": work(desktop, job)}
    except DisposedException:
        raise
    except Exception:
        return {"erreur": traceback.format_exc()}


def main():
    process, context = start(*sys.argv[1:])
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    try:
        for line in sys.stdin:
            print(json.dumps(answer(context, desktop, json.loads(line))), flush=True)
    finally:
        stop(process, desktop)
        remove(url2pathname(urlsplit(sys.argv[2]).path))


def remove(profile):
    """The office writes its profile again as it ends, in the folder of the tests, which may be gone since."""
    shutil.rmtree(profile, ignore_errors=True)
    if "RETOMBEES_ESSAIS" in os.environ:
        try:
            os.rmdir(os.environ["RETOMBEES_ESSAIS"])
        except OSError:
            pass


main()
