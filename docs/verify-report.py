#!/usr/bin/env python3
"""Checks a Verantwoord report (PDF) with nothing but Python 3 and, for the signatures themselves, openssl.

    python3 verify-report.py REPORT.pdf [--trust CERT.pem]... [--evidence FILE]... [--dossier FILE] [--extract JSON]

Each line of the answer begins with `ok`, `note` or `WRONG`. Exit code: 0 nothing wrong, 1 something wrong, 2 not a
report that can be read. It is written to be read: docs/report-format.md says what each step rests on. It does not lay
out the pages again, so it cannot tell whether they say what the data says; `verantwoord-verify` can.
"""

import argparse, hashlib, json, re, shutil, sqlite3, subprocess, sys, tempfile, zlib
from pathlib import Path

# --- PDF: just enough to follow references from the end of the file to the data and the signatures (ISO 32000) ---

class Name(str):
    """/Name"""

class Ref(int):
    """12 0 R"""

class Text(bytes):
    """(text) or <hex>, with its place in the file, delimiters included."""
    start = end = 0

WHITE = re.compile(rb"(?:[\0\t\n\f\r ]|%[^\r\n]*)*")
TOKEN = re.compile(rb"<<|>>|[\[\]]|/[^\0\t\n\f\r ()<>\[\]{}/%]*|(\d+) (\d+) R(?![^\0\t\n\f\r ()<>\[\]{}/%])"
                   rb"|[+-]?[0-9.]+|[A-Za-z]+|\(|<")
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

def parse(pdf, at):
    """The value that stands at a place, and where it ends."""
    start = WHITE.match(pdf, at).end()
    token = TOKEN.match(pdf, start)
    word, at = token[0], token.end()
    if word in (b"<<", b"["):
        items = []
        closing = b">>" if word == b"<<" else b"]"
        while not pdf.startswith(closing, at := WHITE.match(pdf, at).end()):
            item, at = parse(pdf, at)
            items.append(item)
        if word == b"[":
            return items, at + 1
        entries = dict(zip(items[::2], items[1::2], strict=True))
        if len(entries) * 2 != len(items):
            raise ValueError(f"an entry stands twice at byte {start}")
        return entries, at + 2
    if word == b"(":
        depth, content = 1, b""
        while depth:
            byte, at = pdf[at:at + 1], at + 1
            if byte == b"\\":
                code = re.compile(rb"[0-7]{1,3}|\r\n|.", re.S).match(pdf, at)[0]
                at += len(code)
                if code.isdigit():
                    byte = bytes([int(code, 8) & 255])
                else:
                    byte = b"" if code in (b"\n", b"\r\n", b"\r") else ESCAPES.get(code, code)
            elif byte in b"()":
                if not byte:
                    raise ValueError("a text without an end")
                depth += 1 if byte == b"(" else -1
            content += byte if depth else b""
        value = Text(content)
        value.start, value.end = start, at
        return value, at
    if word == b"<":
        end = pdf.index(b">", at)
        value = Text(bytes.fromhex(pdf[at:end].decode("ascii")))
        value.start, value.end = start, end + 1
        return value, end + 1
    if word[:1] == b"/":
        plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes.fromhex(code[1].decode()), word[1:])
        return Name(plain.decode("latin-1")), at
    if token[1]:
        return Ref(token[1]), at
    words = {b"true": True, b"false": False, b"null": None}
    return (words[word] if word.isalpha() else float(word) if b"." in word else int(word)), at

def text_of(value):
    """A text for people: UTF-16 with its mark, or Latin letters."""
    return value[2:].decode("utf-16-be") if value[:2] == b"\xfe\xff" else value.decode("latin-1")

class Revision:
    """What one save of the file wrote: its part of the cross-reference table, and where it ends."""

    def __init__(self, pdf, section):
        self.objects, self.freed, self.section = {}, set(), section
        at = self.table(pdf, section) if pdf.startswith(b"xref\n", section) else self.stream(pdf, section)
        self.end = re.compile(rb"\s*startxref\s+%d\s+%%%%EOF\r?\n?" % section).match(pdf, at).end()

    def table(self, pdf, section):
        at = section + 5
        while (head := re.compile(rb"(\d+) (\d+) *\r?\n").match(pdf, at)):
            at = head.end()
            for number in range(int(head[1]), int(head[1]) + int(head[2])):
                if pdf[at + 17:at + 18] == b"n":
                    self.objects[number] = int(pdf[at:at + 10])
                elif number:
                    self.freed.add(number)
                at += 20
        self.trailer, at = parse(pdf, pdf.index(b"trailer", section) + 7)
        return at

    def stream(self, pdf, section):
        """The same as a stream of numbers: where an object begins, or in which object stream it is and at which place."""
        head = re.compile(rb"\d+ 0 obj").match(pdf, section)
        self.trailer, at = parse(pdf, head.end()) if head else ({}, 0)
        if self.trailer.get("Type") != "XRef":
            raise ValueError(f"no cross-reference table at byte {section}")
        start = re.compile(rb"\s*stream\r?\n").match(pdf, at).end()
        content = pdf[start:start + self.trailer["Length"]]
        rows = iter(zlib.decompress(content) if self.trailer.get("Filter") == "FlateDecode" else content)
        field = lambda width: int.from_bytes(bytes(next(rows) for _ in range(width)), "big")
        runs = self.trailer.get("Index", [0, self.trailer["Size"]])
        for first, count in zip(runs[::2], runs[1::2], strict=True):
            for number in range(first, first + count):
                kind, second, third = map(field, self.trailer["W"])
                # The stream itself is in its own list; it belongs to the save and not to the document.
                if kind and (kind, second) != (1, section):
                    self.objects[number] = second if kind == 1 else (second, third)
                elif not kind and number:
                    self.freed.add(number)
        return pdf.index(b"endobj", start + len(content)) + 6

class Document:
    """The file as it was after some number of saves."""

    def __init__(self, pdf, revisions):
        self.pdf, self.revisions = pdf, revisions

    def get(self, value):
        """The value itself, or what a reference leads to: the newest object of that number."""
        if not isinstance(value, Ref):
            return value
        newest = (r for r in reversed(self.revisions) if value in r.objects or value in r.freed)
        at = next((r.objects.get(value) for r in newest), None)
        if isinstance(at, tuple):
            return self.packed(*at, int(value))
        if at is None or not self.pdf.startswith(b"%d 0 obj" % value, at):
            raise ValueError(f"object {int(value)} is not where the table says")
        return self.stream_or_value(*parse(self.pdf, at + len(b"%d 0 obj" % value)))

    def packed(self, container, index, number):
        """A value in an object stream: numbers and distances first, then the values."""
        stream = self.get(Ref(container))
        content = zlib.decompress(stream["content"])
        numbers = [int(word) for word in content[:stream["First"]].split()]
        if numbers[2 * index] != number:
            raise ValueError(f"object {number} is not where the table says")
        return parse(content, stream["First"] + numbers[2 * index + 1])[0]

    def stream_or_value(self, value, at):
        start = re.compile(rb"\s*stream\r?\n").match(self.pdf, at)
        if isinstance(value, dict) and start:
            return value | {"content": self.pdf[start.end():start.end() + self.get(value["Length"])]}
        return value

    def catalog(self):
        return self.get(self.revisions[-1].trailer["Root"])

    def data(self):
        """The bytes of the attachment assessment.json."""
        for file in map(self.get, self.get(self.catalog().get("AF", []))):
            if text_of(file["F"]) == "assessment.json":
                stream = self.get(file["EF"]["F"])
                packed = stream.get("Filter") == "FlateDecode"
                return zlib.decompress(stream["content"]) if packed else stream["content"]
        return None

    def has(self, number):
        return any(number in revision.objects for revision in self.revisions)

    def fields(self):
        """Each signature field: its object number and its entries."""
        form = self.get(self.catalog().get("AcroForm", {}))
        return [(ref, self.get(ref)) for ref in self.get(form.get("Fields", []))]

def revisions_of(pdf):
    """From the last save back to the first."""
    last = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z").search(pdf, max(0, len(pdf) - 100))
    if not last:
        raise ValueError("it does not end as a PDF does")
    revisions, section = [], int(last[1])
    while section is not None:
        revisions.insert(0, Revision(pdf, section))
        before, section = section, revisions[0].trailer.get("Prev")
        if section is not None and section >= before:
            raise ValueError("the saves stand in no order")
    return revisions

# --- JSON: the canonical form (RFC 8785), in which equal data is equal bytes ---

def no_number(word):
    raise ValueError(f"{word} is no number")

def canonical(value):
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(json.dumps(key, ensure_ascii=False) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value, ensure_ascii=False)

# --- CMS: just enough to find the signed digest and the signer's certificate (RFC 5652) ---

DIGESTS = {"60864801650304020" + end: name for end, name in [("1", "sha256"), ("2", "sha384"), ("3", "sha512")]}
MESSAGE_DIGEST, SIGNING_CERTIFICATE = "2a864886f70d010904", "2a864886f70d010910022f"

def elements(der):
    """The elements that stand one after another: tag, content, and the element as a whole."""
    found = []
    while der:
        length, start = der[1], 2
        if length & 128:
            start = 2 + (length & 127)
            length = int.from_bytes(der[2:start], "big")
        if start + length > len(der):
            raise ValueError("the signature is cut off")
        found.append((der[0], der[start:start + length], der[:start + length]))
        der = der[start + length:]
    return found

def message_of(contents):
    """The CMS message without the zeros after it; its digest function, signed digest and signer's certificate; and
    whether it has unsigned attributes, which is where a timestamp goes."""
    length = contents[1] & 127
    length = 2 + length + int.from_bytes(contents[2:2 + length], "big")
    message, padding = contents[:length], contents[length:]
    if padding.strip(b"\0"):
        raise ValueError("something stands after the signature")
    signed_data = elements(elements(elements(message)[0][1])[1][1])[0][1]
    parts = elements(signed_data)
    certificates = [one[2] for tag, content, _ in parts if tag == 0xa0 for one in elements(content)]
    [signer] = elements(parts[-1][1])
    info = elements(signer[1])
    digest = DIGESTS[elements(info[2][1])[0][1].hex()]
    attributes = {}
    for _, attribute, _ in elements(next(content for tag, content, _ in info if tag == 0xa0)):
        (_, oid, _), (_, values, _) = elements(attribute)
        [attributes[oid.hex()]] = [one[1] for one in elements(values)]
    # ESSCertIDv2: the hash is its OCTET STRING; the hash function comes before it when it is not SHA-256.
    identifier = elements(elements(elements(attributes[SIGNING_CERTIFICATE])[0][1])[0][1])
    kind = "sha256" if identifier[0][0] == 4 else DIGESTS[elements(identifier[0][1])[0][1].hex()]
    wanted = next(content for tag, content, _ in identifier if tag == 4)
    [certificate] = [one for one in certificates if hashlib.new(kind, one).digest() == wanted]
    return message, digest, attributes[MESSAGE_DIGEST], certificate, any(tag == 0xa1 for tag, _, _ in info)

def stamp_of(contents):
    """What a timestamp token (RFC 3161) was made for, the digest function, and when."""
    length = contents[1] & 127
    length = 2 + length + int.from_bytes(contents[2:2 + length], "big")
    signed_data = elements(elements(elements(contents[:length])[0][1])[1][1])[0][1]
    encapsulated = elements(elements(signed_data)[2][1])[1][1]
    info = elements(elements(elements(encapsulated)[0][1])[0][1])
    (_, algorithm, _), (_, imprint, _) = elements(info[2][1])
    return imprint, DIGESTS[elements(algorithm)[0][1].hex()], info[4][1].decode()

def openssl_agrees(message, covered, options):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "message").write_bytes(message)
        Path(folder, "covered").write_bytes(covered)
        command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "message", "-content", "covered",
                   "-purpose", "any", "-out", "out", *options]
        return subprocess.run(command, cwd=folder, capture_output=True).returncode == 0

# --- The checks ---

# What reading something else than a report ends in.
UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, StopIteration, zlib.error)

class Answer:
    wrong = False

    def check(self, right, text, otherwise=None):
        self.wrong |= not right
        print("ok   " if right else "WRONG", text if right else otherwise or text)
        return right

    def note(self, text):
        print("note ", text)

def check_data(answer, whole, first):
    """The data is there, was there before anybody signed, and has one possible form."""
    raw = first.data()
    if not answer.check(raw is not None, "the data is inside", "there is no assessment.json inside"):
        return None, None
    answer.check(whole.data() == raw, "nobody replaced the data after the report was made",
                 "the data was replaced after the report was made")
    data = json.loads(raw, parse_constant=no_number)
    answer.check(canonical(data).encode() == raw, "the data is canonical JSON (RFC 8785)",
                 "the data is not canonical JSON (RFC 8785)")
    answer.check(data["format"] == "verantwoord-report/1", f"the format is {data['format']}")
    for label, value in [
        ("SHA-256 of the data", hashlib.sha256(raw).hexdigest()),
        ("edition", data["edition"]), ("fingerprint of the content", content_of(data)),
        ("fingerprint of the dossier", data["dossier"]["fingerprint"]), ("events in it", data["dossier"]["events"]),
        ("questionnaire", f"{data['questionnaire']['id']} {data['questionnaire']['version']}"),
        ("SHA-256 of the questionnaire", data["questionnaire"]["digest"]),
        ("organisation", data["organisation"]["name"]), ("AI application", data["subject"]["name"]),
        ("verdict", data["results"]["verdict"]), ("last change", data["as_of"]), ("made by", data["made_by"]),
    ]:
        answer.note(f"{label}: {value}")
    return raw, data

def check_revision(answer, document, number):
    """A later save fills one prepared field with one signature or timestamp; the first of them also certifies. Nothing
    else. Or it adds data about certificates; then the answer is yes."""
    before, after = (Document(document.pdf, document.revisions[:count]) for count in (number, number + 1))
    # What a save takes away it changes too.
    written = after.revisions[-1].objects.keys() | after.revisions[-1].freed
    if check_validation_data(answer, before, after, number, written):
        return True
    filled = [(ref, field) for ref, field in after.fields() if ref in written and "V" in field]
    allowed = {ref for ref, _ in filled} | {field["V"] for _, field in filled}
    without = lambda entries, key: {name: value for name, value in entries.items() if name != key}
    fits = len(filled) == 1 and all("V" not in before.get(ref) for ref, _ in filled)
    fits = fits and all(without(field, "V") == before.get(ref) for ref, field in filled)
    root = after.revisions[-1].trailer["Root"]
    fits = fits and root == before.revisions[-1].trailer["Root"]
    if number == 1:
        allowed.add(root)
        fits = fits and without(after.catalog(), "Perms") == without(before.catalog(), "Perms")
        awaited = next((ref for ref, field in before.fields() if not is_timestamp(field)), None)
        fits = fits and [ref for ref, _ in filled] == [awaited]
    text = f"save {number + 1} fills one field and changes nothing else"
    answer.check(fits and written <= allowed, text, f"save {number + 1} does not just fill one prepared field")

def check_validation_data(answer, before, after, number, written):
    """A later save may add what authorities say of the certificates (/DSS), in streams of its own, and nothing else."""
    root = after.revisions[-1].trailer["Root"]
    old, new = (document.catalog().get("DSS") for document in (before, after))
    if new is None or new not in written:
        return False
    without = lambda entries: {name: value for name, value in entries.items() if name != "DSS"}
    fits = old in (None, new) and without(after.catalog()) == without(before.catalog())
    lists = {name: items for name, items in after.get(new).items() if name != "Type"}
    known = {name: items for name, items in before.get(new).items() if name != "Type"} if old else {}
    fits = fits and set(known) <= set(lists) <= {"Certs", "CRLs", "OCSPs"}
    fits = fits and all(items[:len(known.get(name, []))] == known.get(name, []) for name, items in lists.items())
    added = {item for name, items in lists.items() for item in items[len(known.get(name, [])):]}
    fits = fits and written <= added | {new} | (set() if old else {root})
    fits = fits and not any(before.has(item) for item in added | (set() if old else {new}))
    answer.check(fits, f"save {number + 1} adds data about certificates and changes nothing else",
                 f"save {number + 1} does not just add data about certificates")
    return True

def is_timestamp(field):
    """Whether a field was prepared for a timestamp of the whole document."""
    return re.fullmatch("Timestamp[0-9]+", text_of(field["T"])) is not None

def check_signature(answer, document, field, trust):
    """One signature: it covers its save and everything before it, and the digest that it signed is that of the file."""
    pdf, name = document.pdf, text_of(field["TU"])
    signature = document.get(field["V"])
    start, before, after, length = signature["ByteRange"]
    contents, end = signature["Contents"], after + length
    answer.check(start == 0 and (before, after) == (contents.start, contents.end),
                 f"{name}: only the signature itself is left out",
                 f"{name}: more or less is left out than the signature")
    written_in = [revision for revision in document.revisions if field["V"] in revision.objects]
    answer.check([end] == [revision.end for revision in written_in], f"{name}: the rest is signed up to byte {end}",
                 f"{name}: the signature does not reach the end of the save that it came with")
    answer.check(text_of(signature["Name"]) == name, f"{name} is who signed", f"{name}'s field has another name in it")
    covered = pdf[:before] + pdf[after:end]
    message, digest, signed, certificate, has_timestamp = message_of(contents)
    answer.check(hashlib.new(digest, covered).digest() == signed, f"{name}: the signed {digest} is that of the file",
                 f"{name}: the file is not what was signed ({digest} differs)")
    for label, key in [("role", "VER_Role"), ("position", "VER_Position"), ("reason", "Reason"), ("time", "M")]:
        if key in signature:
            answer.note(f"{name}: {label}: {text_of(signature[key])}")
    if has_timestamp:
        answer.note(f"{name}: there is a timestamp, which is not checked here")
    answer.note(f"{name}: SHA-256 of the certificate: {hashlib.sha256(certificate).hexdigest()}")
    if not shutil.which("openssl"):
        answer.note(f"{name}: openssl is not here, so whether the key of that certificate signed is not known")
        return end
    answer.check(openssl_agrees(message, covered, ["-noverify"]), f"{name}: that certificate's key signed (openssl)",
                 f"{name}: that certificate's key did not sign this file (openssl)")
    anchored = ["-partial_chain", "-no_check_time"]
    if any(openssl_agrees(message, covered, ["-CAfile", path, *anchored]) for path in trust):
        answer.note(f"{name}: the certificate is one that you trust, or was issued by one")
    else:
        answer.note(f"{name}: whether the certificate is theirs is not known: compare its SHA-256 with the signer")
    return end

# How a position is called in a signature, where that differs from the data.
STATED = {"agree_with_reservation": "reservation"}

def check_declared(answer, data, field, signature):
    """What somebody declared before the report was made is what they signed with."""
    signer = next((signer for signer in data["signers"] if signer["field"] == field), None)
    if signer and signer["declared"]:
        position, reason = (signer["declared"][key] for key in ("position", "reason"))
        stated = text_of(signature.get("VER_Position", b""))
        answer.check(stated == STATED.get(position, position), f"{signer['name']}: the position is the declared one",
                     f"{signer['name']} declared {position} and signed {stated}")
        reason = reason.get("value")
        if reason is not None:
            answer.check(text_of(signature["Reason"]).endswith(reason),
                         f"{signer['name']}: the reason is the declared one",
                         f"{signer['name']} signed with another reason than declared")

def check_timestamp(answer, document, field):
    """A timestamp of the whole document: of all that was there when it was made. Who made it, openssl ts -verify can say."""
    name, signature = text_of(field["T"]), document.get(field["V"])
    start, before, after, length = signature["ByteRange"]
    contents, end = signature["Contents"], after + length
    written_in = [revision for revision in document.revisions if field["V"] in revision.objects]
    answer.check(start == 0 and (before, after) == (contents.start, contents.end)
                 and [end] == [revision.end for revision in written_in] and signature["SubFilter"] == "ETSI.RFC3161",
                 f"{name}: all up to byte {end} is stamped", f"{name}: something else than the whole file is stamped")
    imprint, digest, time = stamp_of(contents)
    covered = document.pdf[:before] + document.pdf[after:end]
    answer.check(hashlib.new(digest, covered).digest() == imprint, f"{name}: the stamped {digest} is that of the file",
                 f"{name}: the file is not what was stamped ({digest} differs)")
    answer.note(f"{name}: time by the authority: {time}")
    return end

def masked(value):
    """The value with a commitment in place of everything that an edition may withhold."""
    if isinstance(value, list):
        return [masked(item) for item in value]
    if isinstance(value, dict):
        if value.keys() == {"salt", "value"}:
            return {"commitment": sha256_of([value["salt"], masked(value["value"])])}
        if value.keys() == {"class", "commitment"}:
            return {"commitment": value["commitment"]}
        return {name: masked(field) for name, field in value.items()}
    return value

def sha256_of(value):
    return hashlib.sha256(canonical(value).encode()).hexdigest()

def content_of(data):
    """The fingerprint of the content, the same for all editions."""
    return sha256_of(masked({name: field for name, field in data.items() if name not in ("edition", "made_by", "signers")}))

def check_evidence(answer, data, files):
    """Files that somebody hands over as the evidence are those that the report names."""
    known = {}
    for section in data["sections"]:
        for question in section["questions"]:
            for evidence in question["given"].get("value", {}).get("evidence", []):
                label = evidence["label"].get("value", "name withheld")
                known.setdefault(evidence["sha256"], []).append(f"{question['id']} ({label})")
    for path in files:
        digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
        answer.check(digest in known, f"{path} is the evidence at {', '.join(known.get(digest, []))}",
                     f"{path} is not evidence of this report (SHA-256 {digest})")

def check_dossier(answer, data, path):
    """The fingerprint is the Merkle tree hash (RFC 9162) over the hashes of the events, see docs/dossier-format.md."""
    def root(leaves):
        if len(leaves) == 1:
            return hashlib.sha256(b"\0" + leaves[0]).digest()
        split = 1 << (len(leaves) - 1).bit_length() - 1
        return hashlib.sha256(b"\1" + root(leaves[:split]) + root(leaves[split:])).digest()
    connection = sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)
    heads = [head["hash"] for head in data["dossier"].get("heads", [])]
    if heads:  # What they cover: they and all before them in their chains, whatever was merged since.
        query = """with recursive covered (hash) as (
                     select value from json_each(?)
                     union select prev from event join covered using (hash) where prev is not null)
                   select hash from event join covered using (hash) order by lamport, replica, seq, hash"""
        rows = connection.execute(query, [json.dumps(heads)])
    else:
        query = "select hash from event order by lamport, replica, seq, hash limit ?"
        rows = connection.execute(query, [data["dossier"]["events"]])
    leaves = [bytes.fromhex(row[0]) for row in rows]
    answer.check(bool(leaves) and root(leaves).hex() == data["dossier"]["fingerprint"],
                 f"the report was made from {path}", f"{path} has another fingerprint after {len(leaves)} events")

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report")
    parser.add_argument("--trust", action="append", default=[], help="a certificate that you trust, in PEM form")
    parser.add_argument("--evidence", action="append", default=[], help="a file that should be evidence of this report")
    parser.add_argument("--dossier", help="the dossier that the report should be of")
    parser.add_argument("--extract", help="where to write the data")
    given = parser.parse_args()
    answer, pdf = Answer(), Path(given.report).read_bytes()
    whole = Document(pdf, revisions_of(pdf))
    first = Document(pdf, whole.revisions[:1])
    answer.check(whole.revisions[-1].end == len(pdf), "the file ends where its last save ends",
                 "something stands after the end of the last save")
    raw, data = check_data(answer, whole, first)
    added = [check_revision(answer, whole, number) for number in range(1, len(whole.revisions))]
    fields = [field for _, field in whole.fields()]
    trust = [str(Path(path).resolve(strict=True)) for path in given.trust]
    ends = []
    people, stamps = ([field for field in fields if is_timestamp(field) == kind] for kind in (False, True))
    for field in people:
        if "V" in field:
            try:
                ends.append(check_signature(answer, whole, field, trust))
            except UNREADABLE as error:
                answer.check(False, f"{text_of(field['TU'])}: the signature cannot be read: {error}")
    signed = answer.check(bool(ends), f"{len(ends)} signed", "nobody signed")
    for field in stamps:
        if "V" in field:
            try:
                ends.append(check_timestamp(answer, whole, field))
            except UNREADABLE as error:
                answer.check(False, f"{text_of(field['T'])}: the timestamp cannot be read: {error}")
    if signed:
        # Only data about certificates may come after the last signature: it was checked above, object by object.
        answer.check(max(ends) == len(pdf) or added[-1:] == [True], "every byte of the file is signed",
                     "the last bytes are signed by nobody")
    for field in people:
        if "V" not in field:
            answer.note(f"not signed by {text_of(field['TU'])}")
    if data:
        for field in people:
            if "V" in field:
                check_declared(answer, data, text_of(field["T"]), whole.get(field["V"]))
        expected = [(signer["field"], signer["name"]) for signer in data["signers"] if signer["field"]]
        answer.check([(text_of(field["T"]), text_of(field["TU"])) for field in people] == expected,
                     "the fields await those whom the data names", "the data names others than the fields await")
        check_evidence(answer, data, given.evidence)
        if given.dossier:
            check_dossier(answer, data, given.dossier)
        if given.extract:
            Path(given.extract).write_bytes(raw)
    return 1 if answer.wrong else 0

if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    try:
        sys.exit(main())
    except (*UNREADABLE, OSError, RecursionError, sqlite3.Error) as error:
        print("WRONG not a report that can be read:", error or type(error).__name__)
        sys.exit(2)
