"""Makes evidence/claims-cloud/aws: the production account of the claims platform."""
import pathlib

from aws_account import Account, allow, trust

OUT = pathlib.Path("evidence/claims-cloud/aws")
NUMBER, REGION = "111122223333", "eu-west-2"
DOCUMENTS = "arn:aws:s3:::larkspur-claims-prod-documents"
TABLE = f"arn:aws:dynamodb:{REGION}:{NUMBER}:table/claims-prod"
QUEUE = f"arn:aws:sqs:{REGION}:{NUMBER}:claims-prod-intake"
VAULT = f"arn:aws:backup:{REGION}:{NUMBER}:backup-vault:claims-prod"
API = f"arn:aws:lambda:{REGION}:{NUMBER}:function:claims-prod-api"
BATCH = f"arn:aws:ecs:{REGION}:{NUMBER}:service/claims-prod/claims-batch"
PRINT = "arn:aws:s3:::larkspur-claims-prod-print-spool"
PARTNER = "arn:aws:s3:::larkspur-claims-prod-partner-drop"
ANCHOR = f"arn:aws:rolesanywhere:{REGION}:{NUMBER}:trust-anchor/larkspur-devices"
TRAIL = f"arn:aws:cloudtrail:{REGION}:{NUMBER}:trail/claims-prod"


def tags(owner, purpose, approval, ends):
    """The account's tagging rule: whose it is, what for, and who gave its rights, when, why and until when."""
    return {"owner": owner, "purpose": purpose, "environment": "claims-prod", "approval": approval,
            "granted-by": "person:sunniva.dale", "granted-at": "2026-07-01", "grant-reason": "yearly renewal of access",
            "grant-ends": ends}


with Account(NUMBER, 5701) as account:
    boundary = account.policy("2025-02-03T10:00:00Z", "claims-boundary", [allow(
        ["s3:GetObject", "s3:PutObject", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:Query",
         "sqs:ReceiveMessage", "sqs:DeleteMessage"], [DOCUMENTS + "/*", TABLE, QUEUE])],
        tags("team-cloud-platform", "Boundary of workload roles", "APR-C-001", "2027-06-30"))
    api = account.policy("2025-02-03T10:10:00Z", "claims-api-runtime", [
        allow(["s3:GetObject", "s3:PutObject"], DOCUMENTS + "/*", sid="Documents"),
        allow(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:Query"], TABLE, sid="Claims")],
        tags("team-claims", "Rights of the claims API", "APR-C-002", "2027-06-30"))
    batch = account.policy("2025-02-03T10:20:00Z", "claims-batch-runtime", [
        allow(["sqs:ReceiveMessage", "sqs:DeleteMessage"], QUEUE, sid="Intake"),
        allow(["dynamodb:UpdateItem"], TABLE, sid="Claims")],
        tags("team-claims", "Rights of the nightly batch", "APR-C-003", "2027-06-30"))
    deploy = account.policy("2025-02-04T09:00:00Z", "claims-deploy-prod", [
        allow(["lambda:UpdateFunctionCode", "lambda:PublishVersion"], API, sid="Function"),
        allow(["ecs:UpdateService", "ecs:DescribeServices"], BATCH, sid="Service")],
        tags("team-cloud-platform", "Release of the claims platform", "APR-C-004", "2027-03-31"))
    backup = account.policy("2025-09-01T09:00:00Z", "backup-copy-reader", [
        allow(["backup:DescribeRecoveryPoint", "backup:ListRecoveryPointsByBackupVault"], VAULT)],
        tags("team-cloud-platform", "Supplier checks that copies are complete", "APR-C-005", "2027-02-28"))
    watch = account.policy("2025-02-05T09:00:00Z", "operations-monitor", [
        allow(["cloudtrail:GetTrailStatus"], TRAIL, sid="Trail"),
        allow(["sqs:GetQueueAttributes"], QUEUE, sid="Queue")],
        tags("team-cloud-platform", "Watches the trail and the queue", "APR-C-006", "2027-06-30"))
    emergency = account.policy("2025-02-05T10:00:00Z", "break-glass-repair", [
        allow(["lambda:UpdateFunctionConfiguration"], API, sid="Function"),
        allow(["ecs:UpdateService"], BATCH, sid="Service"),
        allow(["dynamodb:RestoreTableToPointInTime"], TABLE, sid="Restore")],
        tags("team-security", "Emergency access only", "APR-C-007", "2027-01-31"))
    spool = account.policy("2026-10-05T08:30:00Z", "print-spool-reader", [allow(["s3:GetObject"], PRINT + "/out/*")],
                           tags("team-claims", "Letters for the print supplier", "APR-C-008", "2027-06-30"))
    drop = account.policy("2026-10-05T08:40:00Z", "partner-drop-writer", [allow(["s3:PutObject"], PARTNER + "/in/*")],
                          tags("team-claims", "Claim files for assessors", "APR-C-010", "2027-06-30"))

    account.role("2025-02-10T09:00:00Z", "claims-api", trust({"Service": "lambda.amazonaws.com"}),
                 tags("team-claims", "Serves the claims API", "APR-C-002", "2027-06-30"),
                 [api], boundary, used="2026-11-18T04:40:00Z")
    account.role("2025-02-10T09:10:00Z", "claims-batch", trust({"Service": "ecs-tasks.amazonaws.com"}),
                 tags("team-claims", "Runs the nightly batch", "APR-C-003", "2027-06-30"),
                 [batch], boundary, used="2026-11-18T02:15:00Z")
    provider = "token.actions.githubusercontent.com"
    account.at("2025-02-11T09:00:00Z")
    account.aws("iam", "create-open-id-connect-provider", "--url", "https://" + provider,
                "--client-id-list", "sts.amazonaws.com", "--thumbprint-list", "f" * 40)
    account.role("2025-02-11T09:10:00Z", "claims-deploy-prod", trust(
        {"Federated": account.arn("oidc-provider/" + provider)}, "sts:AssumeRoleWithWebIdentity",
        {"StringEquals": {provider + ":aud": "sts.amazonaws.com",
                          provider + ":sub": "repo:larkspur-mutual/claims-cloud:environment:claims-prod"}}),
                 tags("team-cloud-platform", "Releases the claims platform", "APR-C-004", "2027-03-31"),
                 [deploy], used="2026-11-13T14:05:00Z")
    account.role("2025-09-01T09:10:00Z", "backup-copy-reader", trust(
        {"AWS": "arn:aws:iam::777788889999:role/greyfinch-copy-check"},
        condition={"StringEquals": {"sts:ExternalId": "greyfinch-larkspur-claims"}}),
                 tags("team-cloud-platform", "Greyfinch Backup checks copies", "APR-C-005", "2027-02-28"),
                 [backup], used="2026-11-17T01:30:00Z")
    account.role("2025-02-12T09:00:00Z", "operations-monitor", trust({"Service": "lambda.amazonaws.com"}),
                 tags("team-cloud-platform", "Watches the trail and the queue", "APR-C-006", "2027-06-30"),
                 [watch], used="2026-11-16T08:20:00Z")
    # Two people on call may take the emergency role, each by name.
    account.role("2025-02-12T09:10:00Z", "break-glass", trust(
        {"Federated": account.arn("saml-provider/larkspur-sso")}, "sts:AssumeRoleWithSAML",
        {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml", "SAML:sub": ["hanne.birk", "oskar.lindt"]}}),
                 tags("team-security", "Emergency access only", "APR-C-007", "2027-01-31"),
                 [emergency], used="2026-10-12T15:05:00Z")
    # The gateways sign in with certificates, through IAM Roles Anywhere, since 2026-10-05.
    for name, purpose, approval, policy, used in [
            ("print-gateway", "Fetches letters for the print supplier", "APR-C-008", spool, "2026-11-17T22:10:00Z"),
            ("partner-sftp", "Takes claim files in from assessors", "APR-C-010", drop, "2026-11-18T03:10:00Z")]:
        account.role("2026-10-05T09:00:00Z", name, trust(
            {"Service": "rolesanywhere.amazonaws.com"}, ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
            {"StringEquals": {"aws:PrincipalTag/x509Subject/CN": name + ".larkspur.example"},
             "ArnEquals": {"aws:SourceArn": ANCHOR}}),
                     tags("team-claims", purpose, approval, "2027-06-30"), [policy], used=used)

    # What is left of the time before: one user, its key deleted, that goes at the end of the year.
    account.user("2025-06-02T09:00:00Z", "svc-partner-sftp",
                 tags("team-claims", "Took claim files in from assessors, until the role did", "APR-C-009", "2026-12-31"),
                 inline={"partner-drop": [allow(["s3:PutObject"], PARTNER + "/in/*")]})
    account.key("2026-08-31T09:00:00Z", "svc-partner-sftp", used="2026-11-11T03:10:00Z", deleted="2026-11-12T09:00:00Z")
    account.export("2026-11-18T05:55:00Z", OUT)
