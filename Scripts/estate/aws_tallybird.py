"""Makes evidence/tallybird-assist/aws: the vendor's own export of the account that runs its assistant."""
import pathlib

from aws_account import Account, allow, trust

OUT = pathlib.Path("evidence/tallybird-assist/aws")
NUMBER, REGION = "444455556666", "eu-west-1"
STORE = "arn:aws:s3:::tallybird-assist-prod-larkspur"
INDEX = f"arn:aws:dynamodb:{REGION}:{NUMBER}:table/assist-prod-index"


def tags(owner, purpose):
    return {"owner": owner, "purpose": purpose, "environment": "tallybird-prod", "vendor": "tallybird"}


with Account(NUMBER, 5702, REGION) as account:
    # Planted: a wildcard administrator on the role that every request runs under.
    runtime = account.policy("2025-01-10T09:00:00Z", "assist-runtime-everything", [allow("*", "*")],
                             tags("team-claims", "Rights of the assistant"))
    export = account.policy("2025-03-03T09:00:00Z", "export-writer", [
        allow(["s3:PutObject", "s3:GetObject"], STORE + "/exports/*")], tags("team-claims", "Export of claims"))
    inspect = account.policy("2025-08-04T08:30:00Z", "support-reader", [allow("s3:GetObject", STORE + "/cases/*")],
                             tags("team-claims", "Support looks into a case"))
    scans = account.policy("2025-06-02T08:30:00Z", "scan-reader", [allow("s3:GetObject", STORE + "/scans/*")],
                           tags("team-claims", "Scanned letters"))
    account.role("2025-01-10T09:30:00Z", "assist-runtime", trust({"Service": "lambda.amazonaws.com"}),
                 tags("team-claims", "Runs the assistant"), [runtime], used="2026-11-17T23:50:00Z")
    account.role("2025-01-13T09:00:00Z", "larkspur-connector", trust(
        {"AWS": "arn:aws:iam::111122223333:role/claims-api"},
        condition={"StringEquals": {"sts:ExternalId": "larkspur-tallybird-assist"}}),
                 tags("team-claims", "Larkspur's API hands over claims"), [export], used="2026-11-17T22:05:00Z")
    account.role("2025-06-02T09:00:00Z", "ocr", trust({"Service": "ecs-tasks.amazonaws.com"}),
                 tags("team-claims", "Reads scanned letters"), [scans], used="2026-11-17T20:05:00Z")
    # Planted: a whole partner account is trusted, with no external id.
    account.role("2025-08-04T09:00:00Z", "support-inspect", trust({"AWS": "arn:aws:iam::888899990000:root"}),
                 tags("team-claims", "Support looks into a case"), [inspect], used="2026-10-30T11:00:00Z")

    # Planted: a key of 2025 without an end, with more rights than named ones.
    account.user("2025-01-13T10:00:00Z", "svc-claims-sync", tags("team-claims", "Copies claims from Larkspur"),
                 inline={"sync": [allow("s3:*", STORE + "/*"), allow("dynamodb:PutItem", INDEX)]})
    account.key("2025-01-14T09:00:00Z", "svc-claims-sync", used="2026-11-17T23:15:00Z")
    # Planted: its owner left, and a person signs in with the password of this service user.
    account.user("2025-03-03T09:30:00Z", "svc-export", tags("person:tomas.veil", "Writes exports of claims"), [export])
    account.password("2025-03-03T09:40:00Z", "svc-export")
    account.key("2026-09-20T09:00:00Z", "svc-export", used="2026-11-18T01:00:00Z")
    # Planted: the sub-contractor Pinewick ended on 2026-08-31.
    account.user("2025-09-01T09:00:00Z", "pinewick-sync",
                 tags("team-claims", "Pinewick loads address data") | {"vendor": "pinewick-data"},
                 inline={"load": [allow("s3:PutObject", STORE + "/addresses/*")]})
    account.key("2025-09-02T09:00:00Z", "pinewick-sync", used="2026-10-14T04:30:00Z")
    account.export("2026-11-18T06:20:00Z", OUT)
