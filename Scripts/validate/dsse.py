"""Verifies signed decisions and seals with implementations that are not ours.

    pip install -r Scripts/validate/requirements.txt
    python3 Scripts/validate/dsse.py PUB.pem ENVELOPE...

For each envelope: the DSSE signature with securesystemslib, the raw signature over the pre-authentication encoding
with the openssl program, the Statement and its predicate with the in-toto attestation framework's own protobufs, and
that one flipped byte of payload or signature is refused by both verifiers. Ends 0 where all of it holds.
"""
import base64
import importlib.metadata
import json
import pathlib
import subprocess
import sys
import tempfile

from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from google.protobuf import json_format
from in_toto_attestation.predicates.test_result.v0 import test_result_pb2
from in_toto_attestation.predicates.vsa.v1 import vsa_pb2
from in_toto_attestation.v1 import statement_pb2
from in_toto_attestation.v1.statement import Statement
from securesystemslib.dsse import Envelope
from securesystemslib.signer import SSlibKey

PREDICATES = {
    "https://in-toto.io/attestation/test-result/v0.1": test_result_pb2.TestResult,
    "https://slsa.dev/verification_summary/v1": vsa_pb2.VerificationSummary,
}


def securesystemslib_accepts(envelope, key):
    wanted = SSlibKey.from_crypto(key, keyid=envelope["signatures"][0]["keyid"])
    try:
        return bool(Envelope.from_dict(json.loads(json.dumps(envelope))).verify([wanted], 1))
    except Exception:
        return False


def openssl_accepts(envelope, key, path):
    payload = base64.b64decode(envelope["payload"])
    kind = envelope["payloadType"].encode()
    message = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
    with tempfile.TemporaryDirectory() as folder:
        text, signature = pathlib.Path(folder, "message"), pathlib.Path(folder, "signature")
        text.write_bytes(message)
        signature.write_bytes(base64.b64decode(envelope["signatures"][0]["sig"]))
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", path, "-rawin", "-in", text, "-sigfile", signature]
        if not isinstance(key, ed25519.Ed25519PublicKey):
            command = ["openssl", "dgst", "-sha256", "-verify", path, "-signature", signature, text]
        return subprocess.run(command, capture_output=True).returncode == 0


def flipped(envelope, member):
    copy = json.loads(json.dumps(envelope))
    place = copy["signatures"][0] if member == "sig" else copy
    data = bytearray(base64.b64decode(place[member]))
    data[len(data) // 2] ^= 1
    place[member] = base64.b64encode(data).decode()
    return copy


def check_statement(envelope):
    text = base64.b64decode(envelope["payload"]).decode()
    value = json.loads(text)
    statement = json_format.Parse(text, statement_pb2.Statement())
    Statement.copy_from_pb(statement).validate()
    kind = PREDICATES.get(value["predicateType"])
    if kind is None:
        return f"{value['predicateType']}, no protobuf of its own"
    predicate = dict(value["predicate"])
    if "verifiedLevels" in predicate:
        # The specification wants an array; the published protobuf has one string (in-toto/attestation issue 425).
        levels = predicate.pop("verifiedLevels")
        assert isinstance(levels, list) and levels and all(isinstance(level, str) for level in levels), levels
        assert not any(level.startswith("SLSA_") for level in levels), levels
    json_format.ParseDict(predicate, kind(), ignore_unknown_fields=True)
    own = {field.json_name for field in kind.DESCRIPTOR.fields}
    extra = [name for name in value["predicate"] if name not in own]
    assert all(":" in name for name in extra), f"unknown members that are no type URIs: {extra}"
    return value["predicateType"]


def main(path, names):
    key = load_pem_public_key(pathlib.Path(path).read_bytes())
    good = True
    for name in names:
        envelope = json.loads(pathlib.Path(name).read_text())
        checks = {
            "securesystemslib": securesystemslib_accepts(envelope, key),
            "openssl": openssl_accepts(envelope, key, path),
        }
        for member in ("payload", "sig"):
            changed = flipped(envelope, member)
            checks[f"securesystemslib refuses a flipped {member}"] = not securesystemslib_accepts(changed, key)
            checks[f"openssl refuses a flipped {member}"] = not openssl_accepts(changed, key, path)
        print(f"{name}: {check_statement(envelope)}")
        for what, holds in checks.items():
            print(f"  {'ok  ' if holds else 'FAIL'} {what}")
            good = good and holds
    versions = [f"{name} {importlib.metadata.version(name)}"
                for name in ("securesystemslib", "in-toto-attestation", "cryptography", "protobuf")]
    openssl = subprocess.run(["openssl", "version"], capture_output=True, text=True, check=True).stdout.split()[1]
    print(", ".join(versions + [f"openssl {openssl}"]))
    return 0 if good else 1


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
