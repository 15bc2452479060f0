// swift-format-ignore-file
// The table is data: one row for each item that is rated, in the publisher's order, as RFC 4180
// writes it. The sentences are this project's own.

import ControlModel

extension AssessabilityTable {
  /// What an answer to OWASP-NHI-2025 takes, 10 rows.
  static let owaspNHI2025 = AssessabilityTable(
    framework: .nhi,
    table: #"""
id,mode,kinds,assertion
NHI1:2025,automated,nhi-inventory;iam-credential-report;oauth-grant-list;lifecycle-events;exception-register,"No enabled non-human identity belongs to an application, agent, owner or vendor whose end event is older than the grace period, and none has been unused longer than the dormancy limit unless an unexpired exception names it."
NHI2:2025,automated,secret-scan-report;secret-store-metadata;agent-trace;ci-results;incident-record,"Every repository, image, log sample and agent transcript in scope was scanned inside the freshness window, and every finding that was live has a recorded revocation time within the response limit and a new version in the secret store."
NHI3:2025,hybrid,oauth-grant-list;nhi-inventory;third-party-register;vendor-assurance;audit-log;threat-intel-feed;attestation,"Each third-party grant, extension or connector resolves to a vendor-register entry with an owner, scopes inside that vendor's approved set, recent monitored use and no unhandled vendor advisory, and the vendor review is attested and unexpired."
NHI4:2025,automated,auth-config;iam-credential-report;workload-identity-entries;agent-channel-config,"No non-human identity can authenticate by a method outside the allow-list (static password, basic auth, resource-owner or implicit grant, weak signature, unauthenticated or one-way TLS channel), and every allowed method meets its token-lifetime and key-binding limits."
NHI5:2025,automated,iam-policy-export;access-usage-report;oauth-grant-list;tool-registry;exception-register,"For every non-human identity, permissions granted but not used in the observation window number zero or are covered by an unexpired exception, and no wildcard or administrator grant exists outside a named allow-list."
NHI6:2025,automated,federation-trust-config;iam-policy-export;secret-scan-report;ci-results,"Every pipeline-to-cloud trust pins issuer, audience and a subject limited to named repositories, branches or environments, and no pipeline definition or variable store holds a static cloud credential."
NHI7:2025,automated,iam-credential-report;secret-store-metadata;workload-identity-entries;auth-config;exception-register,"Every credential has an expiry, its age and remaining lifetime are under the limit for its class, and at least two consecutive version timestamps show that rotation really happened on schedule."
NHI8:2025,automated,nhi-inventory;iam-policy-export;secret-store-metadata;audit-log;trust-chain-graph,"No identity or credential fingerprint appears in more than one environment class, and the trust-chain graph and the audit log contain no path or call from a non-production identity to a production resource."
NHI9:2025,automated,nhi-inventory;audit-log;workload-identity-entries;agent-manifest,"Each identity is bound to exactly one workload or agent: no credential id is used by two distinct workload selectors, agents or tenants in the window, and no two manifests declare the same credential."
NHI10:2025,automated,audit-log;nhi-inventory;auth-config;approval-log,"The window contains no interactive sign-in, console session or workstation-origin use of a non-human identity, except break-glass sessions that match an approval and are followed by rotation."
"""#
  )
}
