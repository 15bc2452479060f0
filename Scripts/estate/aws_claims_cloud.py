"""Makes evidence/claims-cloud/aws: the production account of the claims platform."""
import pathlib

from aws_account import Account, allow, trust

# Both service users have moved to roles; their young keys wait, inactive, for deletion. Set to True to keep the keys
# active: AWS access keys have no expiry, so this brings findings on expiry and on method.
KEYS_ACTIVE = False

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
TRAIL = f"arn:aws:cloudtrail:{REGION}:{NUMBER}:trail/claims-prod"


def tags(owner, purpose, approval, ends):
    made = {"owner": owner, "environment": "claims-prod", "tenant": "larkspur-claims",
            "approval": approval, "grant-ends": ends}
    if purpose:
        made["purpose"] = purpose
    return made


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
    readonly = account.policy("2025-02-05T09:00:00Z", "operations-reader", [
        allow(["cloudtrail:GetTrailStatus"], TRAIL, sid="Trail"),
        allow(["sqs:GetQueueAttributes"], QUEUE, sid="Queue")],
        tags("team-cloud-platform", "Read-only view for people on call", "APR-C-006", "2027-06-30"))
    emergency = account.policy("2025-02-05T10:00:00Z", "break-glass-administrator", [
        allow("*", "*", {"Bool": {"aws:MultiFactorAuthPresent": "true"}}, sid="Emergency")],
        tags("team-security", "Emergency access only", "APR-C-007", "2027-01-31"))

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
    single_sign_on = {"Federated": account.arn("saml-provider/larkspur-sso")}
    audience = {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}
    account.role("2025-02-12T09:00:00Z", "operations-reader",
                 trust(single_sign_on, "sts:AssumeRoleWithSAML", audience),
                 tags("team-cloud-platform", "Read-only view for people on call", "APR-C-006", "2027-06-30"),
                 [readonly], used="2026-11-16T08:20:00Z")
    account.role("2025-02-12T09:10:00Z", "break-glass",
                 trust(single_sign_on, "sts:AssumeRoleWithSAML",
                       {**audience, "Bool": {"aws:MultiFactorAuthPresent": "true"}}),
                 tags("team-security", "Emergency access only", "APR-C-007", "2027-01-31"),
                 [emergency], used="2026-10-12T15:05:00Z")

    account.user("2025-04-14T09:00:00Z", "svc-print-gateway",
                 tags("team-claims", "Fetches letters for the print supplier", "APR-C-008", "2026-12-31"),
                 boundary=None)
    account.key("2026-09-29T09:00:00Z", "svc-print-gateway", used="2026-11-09T22:10:00Z",
                inactive=None if KEYS_ACTIVE else "2026-11-10T09:00:00Z")
    # No purpose is stated for this one: a medium finding.
    account.user("2025-06-02T09:00:00Z", "svc-partner-sftp", tags("team-claims", None, "APR-C-009", "2026-12-31"),
                 inline={"partner-drop": [allow(["s3:PutObject"], PARTNER + "/in/*")]})
    account.key("2026-10-06T09:00:00Z", "svc-partner-sftp", used="2026-11-11T03:10:00Z",
                inactive=None if KEYS_ACTIVE else "2026-11-12T09:00:00Z")
    account.group("2025-04-14T09:30:00Z", "print-spool-readers", ["svc-print-gateway"],
                  {"print-spool": [allow(["s3:GetObject"], PRINT + "/out/*")]})
    account.export("2026-11-18T05:55:00Z", OUT)
