"""An imaginary AWS account, played by a local moto server and driven with the real `aws` command.

The server's clock is libfaketime's, so that users, keys and roles carry the dates of the story.
Nothing leaves this machine: the server listens on 127.0.0.1 and is stopped by its process id.
"""
import base64
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.request


def faketime_library():
    listed = subprocess.run(["dpkg", "-L", "libfaketime"], capture_output=True, text=True, check=True).stdout
    return next(line for line in listed.splitlines() if line.endswith("libfaketimeMT.so.1"))


class Account:
    def __init__(self, number, port, region="eu-west-2"):
        self.number, self.port, self.region = number, port, region
        self.url = f"http://127.0.0.1:{port}"
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="estate-aws-"))
        self.clock = self.work / "clock"

    def __enter__(self):
        self.at("2025-01-06T09:00:00Z")
        environment = dict(
            os.environ, TZ="UTC", LD_PRELOAD=faketime_library(), FAKETIME_TIMESTAMP_FILE=str(self.clock),
            FAKETIME_NO_CACHE="1", FAKETIME_DONT_FAKE_MONOTONIC="1", MOTO_ACCOUNT_ID=self.number,
            MOTO_IAM_LOAD_MANAGED_POLICIES="true")
        self.log = open(self.work / "server.log", "w")
        self.server = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)],
            env=environment, stdout=self.log, stderr=self.log)
        for _ in range(120):
            try:
                urllib.request.urlopen(self.url + "/moto-api/", timeout=2)
                return self
            except OSError:
                time.sleep(0.5)
        self.server.kill()
        raise SystemExit("the moto server did not start: " + (self.work / "server.log").read_text()[-2000:])

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()
        self.log.close()

    def at(self, instant):
        """Sets the server's clock to an RFC 3339 time; it stands still until set again."""
        self.clock.write_text(instant.replace("T", " ").rstrip("Z") + "\n")

    def aws(self, *arguments, credentials=None):
        key = credentials or {"AccessKeyId": "testing", "SecretAccessKey": "testing"}
        environment = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
        environment.update(
            AWS_ACCESS_KEY_ID=key["AccessKeyId"], AWS_SECRET_ACCESS_KEY=key["SecretAccessKey"],
            AWS_DEFAULT_REGION=self.region, AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull)
        if "SessionToken" in key:
            environment["AWS_SESSION_TOKEN"] = key["SessionToken"]
        texts = [json.dumps(a) if isinstance(a, (dict, list)) else a for a in arguments]
        run = subprocess.run(["aws", "--endpoint-url", self.url, "--output", "json", *texts],
                             env=environment, capture_output=True, text=True)
        if run.returncode != 0:
            raise SystemExit(f"aws {' '.join(texts)}: {run.stderr}")
        return json.loads(run.stdout) if run.stdout.strip() else {}

    def arn(self, rest):
        return f"arn:aws:iam::{self.number}:{rest}"

    # -- What a story is made of ---------------------------------------------------------------

    def policy(self, when, name, statements, tags):
        self.at(when)
        made = self.aws("iam", "create-policy", "--policy-name", name, "--policy-document", document(statements),
                        "--tags", *pairs(tags))
        return made["Policy"]["Arn"]

    def user(self, when, name, tags, policies=(), inline=None, boundary=None):
        self.at(when)
        extra = ["--permissions-boundary", boundary] if boundary else []
        self.aws("iam", "create-user", "--user-name", name, "--tags", *pairs(tags), *extra)
        for arn in policies:
            self.aws("iam", "attach-user-policy", "--user-name", name, "--policy-arn", arn)
        for title, statements in (inline or {}).items():
            self.aws("iam", "put-user-policy", "--user-name", name, "--policy-name", title,
                     "--policy-document", document(statements))

    def key(self, when, user, used=None, inactive=None, deleted=None):
        """Creates an access key, uses it once at `used`, and deactivates or deletes it. Its value is dropped."""
        self.at(when)
        made = self.aws("iam", "create-access-key", "--user-name", user)["AccessKey"]
        if used:
            self.at(used)
            self.aws("sts", "get-caller-identity", credentials=made)
        if inactive:
            self.at(inactive)
            self.aws("iam", "update-access-key", "--user-name", user, "--access-key-id", made["AccessKeyId"],
                     "--status", "Inactive")
        if deleted:
            self.at(deleted)
            self.aws("iam", "delete-access-key", "--user-name", user, "--access-key-id", made["AccessKeyId"])

    def password(self, when, user):
        self.at(when)
        self.aws("iam", "create-login-profile", "--user-name", user, "--password", "Example-only-" + "0" * 8)

    def hardware_token(self, user):
        self.aws("iam", "enable-mfa-device", "--user-name", user, "--serial-number", "GAHT12345678",
                 "--authentication-code1", "123456", "--authentication-code2", "654321")

    def group(self, when, name, members, inline):
        self.at(when)
        self.aws("iam", "create-group", "--group-name", name)
        for member in members:
            self.aws("iam", "add-user-to-group", "--group-name", name, "--user-name", member)
        for title, statements in inline.items():
            self.aws("iam", "put-group-policy", "--group-name", name, "--policy-name", title,
                     "--policy-document", document(statements))

    def role(self, when, name, trust, tags, policies=(), boundary=None, used=None):
        self.at(when)
        extra = ["--permissions-boundary", boundary] if boundary else []
        arn = self.aws("iam", "create-role", "--role-name", name, "--tags", *pairs(tags), *extra,
                       "--assume-role-policy-document", document([trust]))["Role"]["Arn"]
        for policy in policies:
            self.aws("iam", "attach-role-policy", "--role-name", name, "--policy-arn", policy)
        if used:
            self.at(used)
            session = self.aws("sts", "assume-role", "--role-arn", arn, "--role-session-name", "estate")["Credentials"]
            self.aws("sts", "get-caller-identity", credentials=session)

    def export(self, when, folder):
        """Writes what an operator would: the decoded credential report, and the authorization details."""
        self.at(when)
        folder.mkdir(parents=True, exist_ok=True)
        self.aws("iam", "generate-credential-report")
        report = self.aws("iam", "get-credential-report")
        text = base64.b64decode(report["Content"])
        (folder / "credential-report.csv").write_bytes(text)
        details = self.aws("iam", "get-account-authorization-details",
                           "--filter", "User", "Role", "Group", "LocalManagedPolicy")
        details.pop("Marker", None)
        details["Policies"].sort(key=lambda policy: policy["Arn"])
        stable = stable_ids(json.dumps(details, indent=4))
        (folder / "account-authorization-details.json").write_text(stable + "\n")


def stable_ids(text):
    """Replaces random unique ids by counted ones of the right shape, so that a second run gives the same bytes."""
    seen = {}
    prefixes = {"User": "AIDA", "Group": "AGPA", "Role": "AROA", "Policy": "ANPA"}
    def replace(match):
        made = seen.setdefault(match[2], f"{prefixes[match[1]]}EXAMPLE{len(seen) + 1:010d}")
        return f'"{match[1]}Id": "{made}"'
    return re.sub(r'"(User|Group|Role|Policy)Id": "([^"]+)"', replace, text)


def document(statements):
    return {"Version": "2012-10-17", "Statement": statements}


def allow(actions, resources, condition=None, sid=None):
    statement = {"Effect": "Allow", "Action": actions, "Resource": resources}
    if sid:
        statement = {"Sid": sid, **statement}
    if condition:
        statement["Condition"] = condition
    return statement


def trust(principal, action="sts:AssumeRole", condition=None):
    statement = {"Effect": "Allow", "Principal": principal, "Action": action}
    if condition:
        statement["Condition"] = condition
    return statement


def pairs(tags):
    return [json.dumps([{"Key": key, "Value": value} for key, value in tags.items()])]
