"""What a person does in a form open in Writer, and what Writer then shows."""

import re
import uno
from com.sun.star.uno import RuntimeException

FILTERS = {
    "docx": "MS Word 2007 XML",
    "doc": "MS Word 97",
    "odt": "writer8",
    "pdf": "writer_pdf_Export",
}
PARAGRAPH_BREAK = uno.getConstantByName("com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK")
AS_CHARACTER = uno.Enum("com.sun.star.text.TextContentAnchorType", "AS_CHARACTER")
BOXES = "☐☒☑\uf0a8\uf06f\uf0fd\uf0fe"
TICKED = {"☐": "☒", "☒": "☐", "☑": "☐", "\uf0a8": "\uf0fe", "\uf06f": "\uf0fe"}


def tables_of(document):
    return [document.TextTables.getByIndex(i) for i in range(document.TextTables.Count)]


def texts_of(table):
    """Name and text of each cell, in one request where no cell of the table is merged."""
    try:
        rows = table.getDataArray()
    except RuntimeException:
        return [(name, table.getCellByName(name).String) for name in table.CellNames]
    return [
        (f"{chr(65 + column)}{row + 1}", str(text))
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
    ]


def find(document, code):
    """Table and name of the cell whose text holds the code in brackets."""
    for table in tables_of(document):
        for name, text in texts_of(table):
            if f"[{code}]" in text:
                return table, name
    raise ValueError(f"no cell holds [{code}]")


def letter_row(name):
    return re.fullmatch(r"([A-Z]+)(\d+)", name).groups()


def cell_of(document, one):
    table, name = find(document, one["champ"])
    letter, row = letter_row(name)
    below = str(int(row) + one.get("rangee", 0))
    return table.getCellByName(chr(ord(letter) + one.get("colonne", 1)) + below)


def row_of(document, code):
    table, name = find(document, code)
    return table, int(letter_row(name)[1]) - 1


def row_cells(table, index):
    return [table.getCellByName(n) for n in table.CellNames if letter_row(n)[1] == str(index + 1)]


def write(text, cursor, content):
    for i, line in enumerate(content.split("\n")):
        if i > 0:
            text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        text.insertString(cursor, line, False)


def prepend(cell, content):
    write(cell, cell.createTextCursorByRange(cell.Start), content)


def append(cell, content):
    write(cell, cell.createTextCursorByRange(cell.End), content)


def each(container):
    items = container.createEnumeration()
    while items.hasMoreElements():
        yield items.nextElement()


def portions(cell):
    for paragraph in each(cell):
        if paragraph.supportsService("com.sun.star.text.Paragraph"):
            yield from each(paragraph)


def controls(cell):
    found = (p.ContentControl for p in portions(cell) if p.TextPortionType == "ContentControl")
    return list(found)


def type_over(control, text):
    """Puts a text in a content control: all at once in place of the old one, it would fall outside."""
    control.setString(text)
    old = control.Anchor.Text.createTextCursorByRange(control.Anchor.Start)
    old.goRight(1 + len(text), False)
    old.gotoRange(control.Anchor.End, True)
    old.String = ""


def show(control, text):
    """As the menu of a control does: unlike typing, it tells that the placeholder is gone."""
    type_over(control, text)
    control.ShowingPlaceHolder = False


def replace(cell, content):
    prompt = next((control for control in controls(cell) if control.ShowingPlaceHolder), None)
    if prompt is not None:
        return type_over(prompt, content)
    cursor = cell.createTextCursor()
    cursor.gotoStart(False)
    cursor.gotoEnd(True)
    cursor.String = ""
    write(cell, cursor, content)


def toggle_control(control):
    control.Checked = not control.Checked
    show(control, control.CheckedState if control.Checked else control.UncheckedState)


def toggle_field(field):
    field.Checked = not field.Checked


def toggle_glyph(portion, offset):
    cursor = portion.Text.createTextCursorByRange(portion.Start)
    cursor.goRight(offset, False)
    cursor.goRight(1, True)
    cursor.String = TICKED[cursor.String]


def tick(cell, label):
    """Toggles the last box before a label: a content control, an old form field or a mere character."""
    toggle = None
    for portion in portions(cell):
        kind = portion.TextPortionType
        if kind == "ContentControl" and portion.ContentControl.Checkbox:
            toggle = (toggle_control, portion.ContentControl)
        if kind == "TextFieldStartEnd":
            toggle = (toggle_field, portion.Bookmark)
        if kind != "Text":
            continue
        end = portion.String.find(label)
        for i, character in enumerate(portion.String if end < 0 else portion.String[:end]):
            if character in BOXES:
                toggle = (toggle_glyph, portion, i)
        if end >= 0 and toggle is not None:
            return toggle[0](*toggle[1:])
    raise ValueError(f"no box before {label!r}")


def choose(cell, shown):
    for control in controls(cell):
        items = [{p.Name: p.Value for p in item}["DisplayText"] for item in control.ListItems]
        if shown in items:
            return show(control, shown)
    raise ValueError(f"no list offers {shown!r}")


def date(cell, day):
    control = next(control for control in controls(cell) if control.Date)
    control.CurrentDate = f"{day}T00:00:00Z"
    show(control, day)


def picture(document, cell, url):
    graphic = document.createInstance("com.sun.star.text.TextGraphicObject")
    graphic.GraphicURL = url
    graphic.AnchorType = AS_CHARACTER
    cell.insertTextContent(cell.End, graphic, False)


def command(document, name):
    url = uno.createUnoStruct("com.sun.star.util.URL")
    url.Complete = url.Main = name
    url.Protocol, url.Path = name.split(":")[0] + ":", name.split(":")[1]
    document.CurrentController.Frame.queryDispatch(url, "", 0).dispatch(url, ())


def go_to(document, cell):
    document.CurrentController.ViewCursor.gotoRange(cell.Start, False)


def insert_row(table, index, texts):
    table.Rows.insertByIndex(index, 1)
    for cell, text in zip(row_cells(table, index), texts):
        write(cell, cell.createTextCursor(), text)


def delete_row(document, code):
    """By the command of the menu: it is the one that tracks what it deletes."""
    table, index = row_of(document, code)
    go_to(document, row_cells(table, index)[0])
    command(document, ".uno:DeleteRows")


def move_row(document, code, by):
    table, index = row_of(document, code)
    texts = [cell.String for cell in row_cells(table, index)]
    table.Rows.removeByIndex(index, 1)
    insert_row(table, index + by, texts)


def add_row(document, code, below, texts):
    table, index = row_of(document, code)
    insert_row(table, index + below + 1, texts)


def after_table(document, code, content):
    """A paragraph of the body after the table."""
    table, _ = find(document, code)
    blocks = list(each(document.Text))
    names = [b.Name if b.supportsService("com.sun.star.text.TextTable") else None for b in blocks]
    following = blocks[names.index(table.Name) + 1].Start
    cursor = document.Text.createTextCursorByRange(following)
    write(document.Text, cursor, content + "\n")


def edit(document, one):
    if "suivi" in one:
        document.RecordChanges = one["suivi"]
    if "texte" in one:
        replace(cell_of(document, one), one["texte"])
    if "devant" in one:
        prepend(cell_of(document, one), one["devant"])
    if "ajouter" in one:
        append(cell_of(document, one), one["ajouter"])
    if "cocher" in one:
        tick(cell_of(document, one), one["cocher"])
    if "choisir" in one:
        choose(cell_of(document, one), one["choisir"])
    if "date" in one:
        date(cell_of(document, one), one["date"])
    if "image" in one:
        picture(document, cell_of(document, one), one["image"])
    if "apresTableau" in one:
        after_table(document, one["champ"], one["apresTableau"])
    if "ajouterRangee" in one:
        add_row(document, one["champ"], one.get("rangee", 0), one["ajouterRangee"])
    if "deplacerRangee" in one:
        move_row(document, one["champ"], one["deplacerRangee"])
    if "supprimerRangee" in one:
        delete_row(document, one["champ"])


def inspect(document):
    cells = []
    for table in tables_of(document):
        for name in table.CellNames:
            text = table.getCellByName(name).String
            cells.append({"tableau": table.Name, "cellule": name, "texte": text})
    return cells
