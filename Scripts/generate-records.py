#!/usr/bin/env python3
"""Generates the record types from Sources/ControlModel/Records/evidence-kinds.csv.

Usage: python3 Scripts/generate-records.py [--check]

--check writes nothing and fails where a generated file differs. Run from the repository's root.
"""
import csv
import pathlib
import re
import sys

ROOM = pathlib.Path("Sources/ControlModel/Records")
KEYWORDS = {"public", "internal", "private", "in", "operator", "default", "self", "any", "is", "as",
            "func", "case", "import", "protocol", "return", "throws", "where", "repeat", "class", "static", "none", "some", "extension", "init", "true", "false", "nil", "let", "var", "struct", "enum", "if", "else", "for", "while", "do", "try", "catch", "switch", "break", "continue", "open"}
SCALARS = {"id": ("String", "text"), "string": ("String", "text"), "symbol": ("String", "text"),
           "digest": ("String", "text"), "bool": ("Bool", "bool"), "int": ("Int", "integer"),
           "decimal": ("Double", "decimal"), "instant": ("Instant", "instant"),
           "moment": ("Moment", "moment"), "duration": ("Duration", "duration")}


def capitalised(name):
    return name[0].upper() + name[1:]


def escaped(name):
    return f"`{name}`" if name in KEYWORDS else name


def camel(kind):
    first, *rest = kind.split("-")
    return first + "".join(part.capitalize() for part in rest)


class Field:
    def __init__(self, name, kind):
        self.optional = name.endswith("?")
        self.name = name.rstrip("?")
        self.kind = kind
        self.words = None
        listed = re.fullmatch(r"list<(.*)>", kind)
        self.is_list = listed is not None
        inner = listed.group(1) if listed else kind
        enum = re.fullmatch(r"enum\((.*)\)", inner)
        ref = re.fullmatch(r"ref<(.*)>", inner)
        self.ref = ref.group(1) if ref else None
        if enum:
            self.words = enum.group(1).split("|")
            singular = self.name[:-1] if self.is_list and self.name.endswith("s") else self.name
            self.type, self.reader = capitalised(singular), "enumeration"
        elif ref:
            self.type, self.reader = "String", "text"
        else:
            self.type, self.reader = SCALARS[inner]
        if self.is_list:
            if self.type != "String" and not self.words:
                sys.exit(f"{name}: no list of {inner} is known")
            self.type = f"[{self.type}]"

    @property
    def row(self):
        return f"{self.name}{'?' if self.optional else ''}:{self.kind}"

    @property
    def is_moment(self):
        return self.kind == "moment"

    @property
    def swift_type(self):
        return self.type + ("?" if self.optional else "")

    @property
    def default(self):
        if self.optional:
            return " = nil"
        return " = .notRecorded" if self.is_moment else ""

    @property
    def shape(self):
        """The name of the row's reader and writer of the field."""
        shape = "word" if self.words else self.reader
        return shape + "s" if self.is_list else shape

    def getter(self, number):
        shape = self.shape
        if self.optional and not self.is_moment:
            shape = f"optional{capitalised(shape)}"
        word = f', {self.type.strip("[]")}.self' if self.words else ""
        return f"row.{shape}({number}{word})"


class Record:
    def __init__(self, name):
        self.name, self.fields, self.kinds, self.keys, self.summary = name, [], [], [], ""

    def add(self, field):
        for known in self.fields:
            if known.name == field.name:
                known.optional = known.optional or field.optional
                return
        self.fields.append(field)


def load():
    records, kinds = {}, []
    for row in csv.DictReader((ROOM / "evidence-kinds.csv").open(newline="")):
        names = row["record_type"].split("/")
        for name in names:
            record = records.setdefault(name, Record(name))
            if row["kind"] not in record.kinds:
                record.kinds.append(row["kind"])
            record.summary = record.summary or row["one_line"]
        for entry in row["fields"].split(";"):
            name, kind = entry.strip().split(":", 1)
            owner, _, own = name.rpartition(".")
            records[owner or names[0]].add(Field(own, kind))
        for key in row["key"].split(";"):
            owner, _, own = key.strip().rpartition(".")
            record = records[owner or names[0]]
            if own not in record.keys:
                record.keys.append(own)
        kinds.append((row, names))
    return records, kinds


def meanings():
    table = ROOM / "meanings.csv"
    if not table.exists():
        return {}
    return {row["field"]: row["meaning"] for row in csv.DictReader(table.open(newline=""))}


def documented(record, field, table):
    meaning = table.get(f"{record.name}.{field.name}") or table.get(field.name)
    if not meaning:
        words = re.sub(r"([a-z0-9])([A-Z])", lambda m: f"{m[1]} {m[2].lower()}", field.name)
        meaning = f"The {words}."
    if field.ref:
        meaning += f" Key of a `{field.ref}` record."
    if field.optional:
        meaning += " `nil`: not recorded."
    return wrapped(meaning, "  ")


def wrapped(text, indent):
    lines, line = [], ""
    for word in text.split():
        if len(indent) + 4 + len(line) + 1 + len(word) > 98:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    lines.append(line)
    return "\n".join(f"{indent}/// {part}" for part in lines)


def enumeration(field):
    name = field.type.strip("[]")
    cases = "\n".join(f"    case {escaped(word)}" for word in field.words)
    return (f"  /// The words of ``{field.name}``.\n"
            f"  public enum {name}: String, RecordWord {{\n{cases}\n  }}")


def render(record, table):
    if len(record.fields) > 64:
        sys.exit(f"{record.name}: more fields than a word of presence bits has")
    for key in record.keys:
        if any(field.name == key and field.optional for field in record.fields):
            sys.exit(f"{record.name}: the key field {key} is optional")
    out = ["// Generated by Scripts/generate-records.py from evidence-kinds.csv. Do not edit.",
           "// swift-format-ignore-file", "",
           wrapped(f"A record of {' and '.join(f'`{kind}`' for kind in record.kinds)}.", ""),
           "///", wrapped(record.summary + ".", ""),
           f"public struct {record.name}: EvidenceRecord {{",
           "  public static let layout = RecordLayout(",
           f'    "{record.name}",',
           "    kinds: [" + ", ".join(f'"{kind}"' for kind in record.kinds) + "],",
           "    key: [" + ", ".join(f'"{key}"' for key in record.keys) + "],", '    """']
    out += [f"    {field.row}" for field in record.fields]
    out += ['    """',  "  ) {", "    ["]
    out += [f"      \\Self.{escaped(field.name)}," for field in record.fields
            if field.type.strip("[]") == "String"]
    out += ["    ]", "  }", ""]
    for field in record.fields:
        if field.words:
            out += [enumeration(field), ""]
    out += ["  public let row: RecordRow", "", "  public init(row: RecordRow) { self.row = row }", ""]
    for number, field in enumerate(record.fields):
        out += [documented(record, field, table),
                f"  public var {escaped(field.name)}: {field.swift_type} {{ {field.getter(number)} }}"]
    out += ["", f"  /// Creates a record from its fields.", "  public init("]
    out += [f"    {field.name}: {field.swift_type}{field.default}," for field in record.fields]
    out += ['    locator: Locator = Locator(path: "")', "  ) {",
            "    var maker = RowMaker(Self.layout, locator)"]
    out += [f"    maker.{field.shape}({number}, {escaped(field.name)})"
            for number, field in enumerate(record.fields)]
    out += ["    row = maker.row()", "  }", "}", ""]
    return "\n".join(out)


def catalogue(kinds):
    out = ["// Generated by Scripts/generate-records.py from evidence-kinds.csv. Do not edit.",
           "// swift-format-ignore-file", "", "extension EvidenceKind {",
           "  /// Every kind, in the order of the table.",
           "  public static let all: [EvidenceKindDescription] = ["]
    for row, names in kinds:
        types = ", ".join(f"{name}.self" for name in names)
        out.append(f'    EvidenceKindDescription(kind: "{row["kind"]}", family: "{row["family"]}", '
                   f'summary: "{row["one_line"]}", recordTypes: [{types}], '
                   f'sources: "{row["native_sources"]}"),')
    out += ["  ]", ""]
    for row, _ in kinds:
        out += [f"  /// {row['one_line']}.",
                f'  public static let {camel(row["kind"])}: EvidenceKind = "{row["kind"]}"']
    out += ["}", ""]
    return "\n".join(out)


def main():
    records, kinds = load()
    table = meanings()
    files = {f"{record.name}+Generated.swift": render(record, table) for record in records.values()}
    files["EvidenceKinds+Generated.swift"] = catalogue(kinds)
    present = {path.name: path for path in ROOM.glob("*+Generated.swift")}
    stale = [name for name, text in files.items()
             if name not in present or present[name].read_text() != text]
    stale += [name for name in present if name not in files]
    if "--check" in sys.argv:
        for name in stale:
            print(f"{ROOM / name}: differs from evidence-kinds.csv; run python3 {sys.argv[0]}")
        return 1 if stale else 0
    for name, path in present.items():
        if name not in files:
            path.unlink()
    for name, text in files.items():
        (ROOM / name).write_text(text)
    print(f"{len(records)} record types of {len(kinds)} kinds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
