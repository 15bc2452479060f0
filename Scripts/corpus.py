#!/usr/bin/env python3
"""Writes the bad files of Tests/Corpus and the table of the codes that each must end with.

Usage: python3 Scripts/corpus.py, from the repository's root. Crashers that the fuzzer found are added by hand under
Tests/Corpus/files/fuzz-… with their row below `# found by the fuzzer`.
"""
import base64
import gzip
import json
import pathlib
import struct
import zlib

ROOT = pathlib.Path("Tests/Corpus")
ROWS = []


def packed(data, level=9):
    """One gzip member without a name or time, so that the file is the same on every run."""
    body = zlib.compressobj(level, zlib.DEFLATED, 31)
    return body.compress(data) + body.flush()


def add(name, code, what, data):
    path = ROOT / "files" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    ROWS.append((f"files/{name}", code, what))


PERSON = {"person": "ann", "role": "owner", "scope": "all", "kind": "person", "party": "customer", "status": "active"}
EVENT = {"id": "e-1", "kind": "data", "action": "get", "actor": "svc", "actorKind": "workload", "logSource": "gw",
         "result": "ok", "occurredAt": "2026-11-18T00:00:00Z"}


def person(**fields):
    return json.dumps([{**PERSON, **fields}], ensure_ascii=False)


def event(**fields):
    return json.dumps({**EVENT, **fields}, ensure_ascii=False) + "\n"


def containers():
    whole = packed(b'{"a": "some text that is long enough to be packed, packed"}')
    add("gzip-header-only.json.gz", "evidence-packed", "two bytes of gzip", b"\x1f\x8b")
    add("gzip-truncated.json.gz", "evidence-packed", "cut within the text", whole[:20])
    add("gzip-without-trailer.json.gz", "evidence-packed", "cut before the trailer", whole[:-8])
    add("gzip-half-trailer.json.gz", "evidence-packed", "cut within the trailer", whole[:-2])
    add("gzip-wrong-checksum.json.gz", "evidence-packed", "a checksum of another text",
        whole[:-8] + struct.pack("<I", 7) + whole[-4:])
    add("gzip-wrong-length.json.gz", "evidence-packed", "a length of another text", whole[:-4] + struct.pack("<I", 7))
    add("gzip-bytes-after.json.gz", "evidence-packed", "bytes after the last member", whole + b"{}")
    add("gzip-zeros-after.json.gz", "evidence-packed", "zeros after the last member", whole + bytes(8))
    add("gzip-second-member-cut.json.gz", "evidence-packed", "a second member that is cut", whole + whole[:15])
    add("gzip-other-method.json.gz", "evidence-packed", "a compression method that nobody knows",
        whole[:2] + b"\x07" + whole[3:])
    add("gzip-reserved-flags.json.gz", "evidence-packed", "reserved flags", whole[:3] + b"\xe0" + whole[4:])
    add("gzip-within-gzip.json.gz", "evidence-encoding", "packed twice", packed(whole))
    add("gzip-of-nothing.json.gz", "evidence-malformed", "an empty text, packed", packed(b""))
    add("gzip-bomb.json.gz", "evidence-limit", "8 MiB of brackets in 8 KiB", packed(b"[" * (8 << 20)))
    add("gzip-bomb-after-noise.json.gz", "evidence-limit", "a bomb as the second member",
        packed(base64.b64encode(bytes(range(256)))) + packed(bytes(8 << 20)))
    add("zip.json", "evidence-encoding", "a zip archive named .json", b"PK\x03\x04" + bytes(26))
    add("zip-empty.json", "evidence-encoding", "an empty zip archive", b"PK\x05\x06" + bytes(18))
    add("xz.json", "evidence-encoding", "an xz archive", b"\xfd7zXZ\0" + bytes(10))
    add("zstd.json", "evidence-encoding", "a zstd archive", b"\x28\xb5\x2f\xfd" + bytes(10))
    add("report.pdf", "evidence-encoding", "a PDF document", b"%PDF-1.7\n")
    add("program.json", "evidence-encoding", "a program", b"\x7fELF" + bytes(12))


def encodings():
    add("utf16-half-a-character.json", "evidence-encoding", "an odd number of bytes", b"\xff\xfe{\0}")
    add("utf16-lone-surrogate.json", "evidence-encoding", "half a surrogate pair", b"\xff\xfe\"\0\0\xd8\"\0")
    add("utf16-zero.json", "evidence-encoding", "a zero in UTF-16", b"\xfe\xff\0[\0\0\0]")
    add("utf16-without-mark.json", "evidence-encoding", "UTF-16 that does not say so", "{}".encode("utf-16-le"))
    add("utf16-broken-json.json", "evidence-malformed", "UTF-16 around broken JSON", b"\xff\xfe" + "[1,".encode("utf-16-le"))
    add("utf32.json", "evidence-encoding", "UTF-32 with its mark", b"\xff\xfe\0\0{\0\0\0}\0\0\0")
    add("invalid-utf8.json", "evidence-encoding", "a byte that starts nothing", b'{"a": "\xff"}')
    add("overlong-utf8.json", "evidence-encoding", "a slash in two bytes", b'{"a": "\xc0\xaf"}')
    add("surrogate-in-utf8.json", "evidence-encoding", "a surrogate in UTF-8", b'{"a": "\xed\xa0\x80"}')
    add("cut-utf8.json", "evidence-encoding", "cut within a character", b'{"a": "\xe2\x82')
    add("latin1.csv", "evidence-encoding", "Latin-1", "person,role\nJörg,owner\n".encode("latin-1"))
    add("zero-byte.json", "evidence-encoding", "a zero byte", b'{"a": "b\0c"}')
    add("mark-after-the-value.json", "evidence-malformed", "a byte-order mark at the end", '{"a": 1}\ufeff')
    add("two-marks.json", "evidence-malformed", "two byte-order marks", "\ufeff\ufeff{}")


def json_files():
    bad = "evidence-malformed"
    for name, what, text in [
        ("empty", "no byte", ""), ("blank", "white space", " \n\t\n"), ("truncated", "cut off", '{"a": [1, 2'),
        ("truncated-text", "cut within text", '{"a": "b'), ("truncated-word", "cut within a word", '[tru'),
        ("duplicate-names", "one name twice", '{"id": "a", "id": "b"}'),
        ("duplicate-names-escaped", "one name twice, once escaped", '{"id": "a", "\\u0069d": "b"}'),
        ("nan", "not a number", '{"a": NaN}'), ("infinity", "no number", '{"a": -Infinity}'),
        ("leading-zero", "a leading zero", '{"a": 012}'), ("plus", "a plus sign", '{"a": +1}'),
        ("hexadecimal", "a hexadecimal number", '{"a": 0x1F}'), ("half-a-fraction", "a point without digits", '[1.]'),
        ("half-an-exponent", "an exponent without digits", '[1e]'),
        ("lone-surrogate", "half a surrogate pair", '["\\ud800"]'),
        ("reversed-surrogates", "a pair in the wrong order", '["\\udc00\\ud800"]'),
        ("control-character", "a raw line feed in text", '["a\nb"]'), ("unknown-escape", "an unknown escape", '["\\x41"]'),
        ("single-quotes", "single quotes", "{'a': 1}"), ("comment", "a comment", '{"a": 1} // no'),
        ("trailing-comma", "a trailing comma", '[1, 2,]'), ("bare-names", "names without quotes", "{a: 1}"),
        ("missing-comma", "no comma", '[1 2]'), ("wrong-bracket", "the wrong bracket", '[1}'),
        ("text-after", "text after the value", '[1] x'), ("second-value-broken", "a second value that is cut", '[1]\n[2'),
        ("web-page", "a sign-in page", "<!doctype html><html><body>Sign in</body></html>"),
        ("error-text", "an error of the exporter", "An error occurred (AccessDenied) when calling ListUsers"),
        ("git-lfs", "a pointer of git-lfs", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"),
    ]:
        add(f"{name}.json", bad, what, text)
    add("long-number.json", "evidence-limit", "a number of 2,000 digits", "[" + "9" * 2000 + "]")
    add("long-name.json", "evidence-limit", "a name of 5,000 bytes", json.dumps({"a" * 5000: 1}))
    add("deep-lists.json", "evidence-limit", "65 levels of lists", "[" * 65 + "]" * 65)
    add("deep-objects.json", "evidence-limit", "65 levels of objects", '{"a":' * 65 + "1" + "}" * 65)
    add("deep-open.json", "evidence-limit", "20,000 open lists", "[" * 20000)
    add("error-body.json", "evidence-format-unknown", "an error body saved as evidence", '{"error": {"code": 403}}')
    add("nobody-knows.json", "evidence-format-unknown", "JSON that is no evidence", '{"hello": "world"}')
    add("nobody-knows.txt", "evidence-format-unknown", "plain text", "nothing to see here\n")
    add("two-readers.json", "evidence-format-ambiguous", "what two readers claim", json.dumps({
        "mcpServers": {"a": {"command": "x"}},
        "payloadType": "application/vnd.in-toto+json", "payload": "e30=", "signatures": [{"sig": "AA=="}]}))


def line_files():
    add("carriage-returns/audit-log.jsonl", "evidence-malformed", "lines that end in CR alone",
        event().strip() + "\r" + event(id="e-2").strip() + "\r")
    add("broken-line/audit-log.jsonl", "evidence-malformed", "one broken line among good ones",
        event() + '{"id": \n' + event(id="e-2"))
    add("cut-line/audit-log.jsonl", "evidence-malformed", "the last line is cut off", event() + event(id="e-2")[:30])
    add("two-on-a-line/audit-log.jsonl", "evidence-malformed", "two values on one line",
        event().strip() + event(id="e-2"))


def yaml_files():
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(8))
    bad = "evidence-malformed"
    for name, code, what, text in [
        ("alias-bomb", bad, "aliases of aliases", bomb), ("anchor", bad, "an anchor", "- &a {person: ann}\n"),
        ("tag", bad, "a tag that makes objects elsewhere", "!!python/object/apply:os.system ['true']\n"),
        ("merge-key", bad, "a merge key", "- {<<: {person: ann}, role: owner}\n"),
        ("duplicate-keys", bad, "one key twice", "- {person: ann, person: bob}\n"),
        ("complex-key", bad, "a list as key", "? [a, b]\n: c\n"), ("tabs", bad, "tabs as indentation", "a:\n\t- b\n"),
        ("unclosed", bad, "a bracket that stays open", "- {person: ann\n"),
        ("control-character", bad, "a control character", "- {person: \"a\x01b\"}\n"),
        ("unknown-alias", bad, "an alias of nothing", "- *nobody\n"),
        ("wrong-version", bad, "a YAML of the future", "%YAML 3.0\n---\na: 1\n"),
        ("deep", "evidence-limit", "65 levels", "[" * 65 + "]" * 65),
        ("long-key", "evidence-limit", "a key of 5,000 bytes", "? " + "a" * 5000 + "\n: 1\n"),
        ("scalar", "record-malformed", "a word where records should be", "nothing\n"),
    ]:
        add(f"yaml-{name}/role-register.yaml", code, what, text)


def tables():
    head = "person,role,scope,kind,party,status\n"
    bad = "evidence-malformed"
    for name, code, what, text in [
        ("short-row", bad, "a row with too few cells", head + "ann,owner\n"),
        ("long-row", bad, "a row with too many cells", head + "ann,owner,all,person,customer,active,,x\n"),
        ("open-quote", bad, "a quote that stays open", head + '"ann,owner,all,person,customer,active\n'),
        ("text-after-quote", bad, "text after a closing quote", head + '"ann"x,owner,all,person,customer,active\n'),
        ("two-columns-of-one-name", bad, "one column twice", "person,person\na,b\n"),
        ("too-wide", "evidence-limit", "5,000 columns", ",".join(f"c{n}" for n in range(5000)) + "\n"),
        ("formula", "record-malformed", "a formula where a word should be",
         head + "ann,owner,all,person,customer,\"=HYPERLINK(\"\"https://evil.example\"\")\"\n"),
        ("no-key", "record-malformed", "no key", head + ",owner,all,person,customer,active\n"),
    ]:
        add(f"table-{name}/role-register.csv", code, what, text)


def records():
    bad = "record-malformed"
    for name, what, fields in [
        ("without-zone", "a time without a zone", {"occurredAt": "2026-11-18T00:00:00"}),
        ("two-digit-year", "a year of two digits", {"occurredAt": "26-11-18T00:00:00Z"}),
        ("month-first", "a time in the American order", {"occurredAt": "11/18/2026 00:00:00"}),
        ("no-such-day", "30 February", {"occurredAt": "2026-02-30T00:00:00Z"}),
        ("hour-24", "hour 24", {"occurredAt": "2026-11-18T24:00:00Z"}),
        ("epoch", "a number where a time should be", {"occurredAt": 1794960000}),
        ("far-future", "a time that 64 bits do not hold", {"occurredAt": "9999-12-31T23:59:59Z"}),
        ("huge-count", "a count beyond 64 bits", {"objectCount": 99999999999999999999}),
        ("fraction-of-a-count", "half an object", {"objectCount": 1.5}),
        ("text-as-flag", "a word where true or false should be", {"interactive": "yes"}),
        ("list-as-text", "a list where text should be", {"actor": ["svc"]}),
        ("unknown-word", "a word that nobody knows", {"result": "okay"}),
        ("script-as-word", "a script where a word should be", {"result": "<script>alert(1)</script>"}),
        ("null-key", "null as a key", {"id": None}),
    ]:
        add(f"event-{name}/audit-log.jsonl", bad, what, event(**fields))
    for name, what, text in [
        ("bidirectional", "an id that turns the writing direction", person(person="ann\u202egro")),
        ("invisible", "an id with an invisible character", person(person="an\u200bn")),
        ("look-alike", "an id with a letter that looks Latin", person(person="\u0430nn")),
        ("full-width", "an id in full-width letters among others", person(person="\uff41nn")),
        ("escape", "an id that clears a terminal", person(person="ann\u001b[2J")),
        ("zero", "an id with a zero character", person(person="ann\u0000")),
        ("numbers", "numbers where records should be", "[1, 2]"), ("nested", "lists where records should be", "[[]]"),
        ("other-record", "a record type of another kind", person(record="Credential")),
        ("missing-field", "a record without a mandatory field", '[{"person": "ann"}]'),
        ("moment", "a word that is no moment", person(endsAt="forever")),
        ("decimal", "a number beyond all numbers", None),
    ]:
        if text is None:
            add("record-decimal/agent-trace.json", bad, what, json.dumps([{
                "id": "c", "traceID": "t", "spanID": "s", "run": "r", "agent": "a", "tool": "x", "action": "y",
                "result": "ok", "startedAt": "2026-11-18T00:00:00Z", "cost": 1}]).replace('"cost": 1', '"cost": 1e999'))
        else:
            add(f"record-{name}/role-register.json", bad, what, text)


def envelopes():
    def envelope(payload, kind="application/vnd.in-toto+json", signatures=1):
        return json.dumps({"payloadType": kind, "payload": payload, "signatures": [{"sig": "AA=="}] * signatures})

    encoded = base64.b64encode(b'{"_type": "https://in-toto.io/Statement/v1"}').decode()
    bad = "record-malformed"
    add("envelope-not-base64.json", bad, "a payload that is no base64", envelope("!!!"))
    add("envelope-other-type.json", bad, "a payload of another type", envelope(encoded, "text/plain"))
    add("envelope-other-predicate.json", bad, "a Statement of something else", envelope(encoded))
    add("envelope-broken-payload.json", "evidence-malformed", "a payload that is broken JSON",
        envelope(base64.b64encode(b"{").decode()))
    add("envelope-many-signatures.json", "evidence-limit", "65 signatures", envelope(encoded, signatures=65))


def accepted():
    """Files that are read: what they hold must not act on whoever looks at it."""
    add("accepted-script/role-register.json", "", "a script in a name", person(contact="<script>alert(1)</script>"))
    add("accepted-formula/role-register.json", "", "a formula in a name", person(contact="=cmd|' /C calc'!A0"))
    add("accepted-escape/role-register.json", "", "an escape sequence in a name", person(contact="\u001b[2J\u0007x"))
    add("accepted-bidirectional/role-register.json", "", "a change of direction in a name",
        person(contact="a\u202ecod.exe"))
    add("accepted-huge-number/role-register.json", "", "a number that keeps its digits",
        person(contact=1).replace('"contact": 1', '"contact": 123456789012345678901234567890'))


def others():
    for name, text in [
        ("empty.json", ""), ("list.json", "[]"), ("other-version.json", '{"version": 2, "subject": "acme", "items": []}'),
        ("other-subject.json", '{"version": 1, "subject": "other", "items": []}'),
        ("no-items.json", '{"version": 1, "subject": "acme"}'), ("cut.json", '{"version": 1, "subject": "acme", "items": ['),
        ("duplicate-name.json", '{"version": 1, "version": 1, "subject": "acme", "items": []}'),
    ]:
        manifest(name, text)
    for name, path in [("parent", "../secret"), ("deep-parent", "a/../../b"), ("absolute", "/etc/passwd"), ("dot", "./a"),
                       ("double-slash", "a//b"), ("backslash", "a\\b"), ("no-path", ""), ("zero", "a\0b")]:
        manifest(f"path-{name}.json", item(path=path))
    for name, fields in [
        ("short-digest", {"sha256": "00"}), ("no-zone", {"collectedAt": "2026-01-01T00:00:00"}),
        ("unknown-kind", {"kinds": ["role-registers"]}), ("unknown-class", {"sourceClass": "rumour"}),
        ("unknown-completeness", {"completeness": "all of it"}),
    ]:
        manifest(f"item-{name}.json", item(**fields))
    twice = json.loads(item())
    twice["items"] *= 2
    manifest("path-twice.json", json.dumps(twice))
    for name, text in [("empty.pem", ""), ("words.pem", "no key here\n"), ("not-base64.pem", pem("!!!!")),
                       ("not-der.pem", pem("AAAA")), ("cut.pem", "-----BEGIN PUBLIC KEY-----\nMCow\n"),
                       ("zeros.pem", bytes(64)), ("short-key.pem", pem("MCowBQYDK2VwAyEA"))]:
        path = ROOT / "keys" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        ROWS.append((f"keys/{name}", "key-unusable", "a file that is no key"))
    good = "version: 1\nformat: x\nkind: role-register\n"
    for name, code, text in [
        ("empty.yaml", "evidence-malformed", ""), ("list.yaml", "evidence-mapping-malformed", "[]\n"),
        ("unknown-key.yaml", "evidence-mapping-malformed", good + "feilds: {}\n"),
        ("no-fields.yaml", "evidence-mapping-malformed", good),
        ("unknown-kind.yaml", "evidence-mapping-malformed", "version: 1\nformat: x\nkind: nothing\n"),
        ("alias.yaml", "evidence-malformed", good + "fields: *x\n"),
        ("open-template.yaml", "evidence-mapping-malformed", good + "fields: {person: {template: \"{a\"}}\n"),
        ("odd-path.yaml", "evidence-mapping-malformed", good + "rows: []\nfields: {person: \"a[\"}\n"),
    ]:
        path = ROOT / "mappings" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        ROWS.append((f"mappings/{name}", code, "a mapping that is not clear"))


def item(**fields):
    entry = {"path": "a.yaml", "sha256": "0" * 64, "kinds": []}
    return json.dumps({"version": 1, "subject": "acme", "items": [{**entry, **fields}]})


def manifest(name, text):
    path = ROOT / "manifests" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    code = "evidence-malformed" if name in ("empty.json", "cut.json", "duplicate-name.json") else "manifest-malformed"
    ROWS.append((f"manifests/{name}", code, "a manifest that vouches for nothing"))


def pem(body):
    return f"-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----\n"


def main():
    for write in [containers, encodings, json_files, line_files, yaml_files, tables, records, envelopes, accepted, others]:
        write()
    text = "path,code,what\n" + "".join(f"{path},{code},{what.replace(',', ';')}\n" for path, code, what in ROWS)
    (ROOT / "expected.csv").write_text(text + FOUND)
    print(f"{len(ROWS)} files")


# found by the fuzzer
FOUND = ""

if __name__ == "__main__":
    main()
