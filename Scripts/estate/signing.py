"""Signs the estate's attestations with throw-away Ed25519 keys, through openssl.

The keys stand in .build/estate-keys, which git ignores. A new key has to be put into controls/policy.yaml; its public
half is printed. No private key is ever part of the estate.
"""
import base64
import json
import pathlib
import subprocess
import tempfile

KEYS = pathlib.Path(".build/estate-keys")
TYPE = "application/vnd.in-toto+json"


def key(owner):
    path = KEYS / f"{owner}.pem"
    if not path.exists():
        KEYS.mkdir(parents=True, exist_ok=True)
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", path], check=True)
        public = subprocess.run(["openssl", "pkey", "-in", path, "-pubout"], check=True, capture_output=True, text=True)
        print(f"new key of {owner}, for trustedKeys in controls/policy.yaml:\n{public.stdout}")
    return path


def envelope(statement, owner):
    payload = json.dumps(statement, separators=(",", ":"), sort_keys=True).encode()
    message = b"DSSEv1 %d %s %d %s" % (len(TYPE), TYPE.encode(), len(payload), payload)
    with tempfile.NamedTemporaryFile() as file:
        file.write(message)
        file.flush()
        signed = subprocess.run(["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", key(owner), "-in", file.name],
                                check=True, capture_output=True)
    return {"payloadType": TYPE, "payload": base64.b64encode(payload).decode(),
            "signatures": [{"keyid": f"{owner}-2026", "sig": base64.b64encode(signed.stdout).decode()}]}
