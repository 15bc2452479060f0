"""Signs the estate's attestations with throw-away Ed25519 keys, through openssl.

Private keys stand in .build/estate-keys, which git ignores, and are never part of the estate; the public halves stand
under `trustedKeys` in controls/policy.yaml. Whoever has no private key can still make the estate again, byte for byte: an
envelope whose statement has not changed, and whose signature the policy's key verifies, is kept as it is. Only a new or
changed statement needs a key. Where there is none for its signer, one is made, and put in the place of the old one in the
policy: then all statements of that signer are signed anew.
"""
import base64
import json
import pathlib
import re
import subprocess
import tempfile

KEYS = pathlib.Path(".build/estate-keys")
POLICY = pathlib.Path("controls/policy.yaml")
TYPE = "application/vnd.in-toto+json"


def name(owner):
    """The id of an owner's key: person:sunniva.dale has sunniva.dale-2026."""
    return owner.removeprefix("person:") + "-2026"


def trusted():
    """The public keys of the policy, by id."""
    text = POLICY.read_text().split("\ntrustedKeys:\n", 1)[1].split("\n\n", 1)[0]
    found = re.findall(r"  - id: (\S+)\n    owner: (\S+)\n    key: \|\n((?:      .*\n?)+)", text + "\n")
    return {identifier: (owner, re.sub(r"(?m)^      ", "", key).strip() + "\n") for identifier, owner, key in found}


def trust(owner, public):
    """Puts a public key into the policy, in the order of ids."""
    keys = trusted() | {name(owner): (owner, public)}
    blocks = []
    for identifier, (holder, key) in sorted(keys.items()):
        lines = "".join(f"      {line}\n" for line in key.strip().split("\n"))
        blocks.append(f"  - id: {identifier}\n    owner: {holder}\n    key: |\n{lines}")
    before, rest = POLICY.read_text().split("\ntrustedKeys:\n", 1)
    after = rest.split("\n\n", 1)[1]
    POLICY.write_text(before + "\ntrustedKeys:\n" + "".join(blocks) + "\n" + after)


def key(owner):
    """The private key of a signer whose public half the policy trusts; made where there is none."""
    path = KEYS / (name(owner) + ".pem")
    if not path.exists():
        KEYS.mkdir(parents=True, exist_ok=True)
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", path], check=True)
    public = subprocess.run(["openssl", "pkey", "-in", path, "-pubout"], check=True, capture_output=True, text=True).stdout
    if trusted().get(name(owner), ("", ""))[1] != public:
        trust(owner, public)
        print(f"new key of {owner} in {POLICY}")
    return path


def message(payload):
    return b"DSSEv1 %d %s %d %s" % (len(TYPE), TYPE.encode(), len(payload), payload)


def verifies(envelope, payload, owner):
    """Whether an envelope holds this statement, signed with the key that the policy trusts."""
    known = trusted().get(name(owner))
    signature = envelope["signatures"][0]
    if not known or envelope["payload"] != base64.b64encode(payload).decode() or signature["keyid"] != name(owner):
        return False
    with tempfile.TemporaryDirectory() as folder:
        places = {}
        for part, data in [("key", known[1].encode()), ("message", message(payload)), ("signature", base64.b64decode(signature["sig"]))]:
            places[part] = f"{folder}/{part}"
            pathlib.Path(places[part]).write_bytes(data)
        run = subprocess.run(["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", places["key"], "-in", places["message"],
                              "-sigfile", places["signature"]], capture_output=True)
    return run.returncode == 0


def envelope(statement, owner, earlier):
    """The signed envelope of a statement.

    `earlier` is the file in which it stood after the last run; it is kept where nothing changed.
    """
    payload = json.dumps(statement, separators=(",", ":"), sort_keys=True).encode()
    if earlier.exists():
        kept = json.loads(earlier.read_text())
        if verifies(kept, payload, owner):
            return kept
    with tempfile.NamedTemporaryFile() as file:
        file.write(message(payload))
        file.flush()
        signed = subprocess.run(["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", key(owner), "-in", file.name],
                                check=True, capture_output=True)
    return {"payloadType": TYPE, "payload": base64.b64encode(payload).decode(),
            "signatures": [{"keyid": name(owner), "sig": base64.b64encode(signed.stdout).decode()}]}
