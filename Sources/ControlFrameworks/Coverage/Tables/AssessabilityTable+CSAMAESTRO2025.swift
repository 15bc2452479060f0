// swift-format-ignore-file
// The table is data: one row for each item that is rated, in the publisher's order, as RFC 4180
// writes it. The sentences are this project's own.

import ControlModel

extension AssessabilityTable {
  /// What an answer to CSA-MAESTRO-2025 takes, 7 rows.
  static let csaMAESTRO2025 = AssessabilityTable(
    framework: .maestro,
    table: #"""
id,mode,kinds,assertion
L1,hybrid,model-card;sbom;build-provenance;eval-report;limit-config;vendor-assurance;attestation,"Each model in use is pinned to a version with provenance, has in-date adversarial, extraction, privacy and backdoor test results above threshold and query limits, and every L1 threat has a dated disposition signed by the threat-model owner or inherited from a named provider report."
L2,hybrid,memory-store-config;data-lineage;encryption-config;iam-policy-export;audit-log;backup-report;attestation,"Every dataset, vector store and retrieval source has lineage with digests, least-privilege writers, encryption, tenant partitioning, tested restore and access logging, and every L2 threat has a signed disposition."
L3,hybrid,sbom;vuln-scan-report;tool-registry;policy-bundle;policy-decision-log;agent-trace;eval-report;attestation,"Framework components are pinned and free of overdue vulnerabilities, an enforcement point outside the model decided every tool call, input-validation and evasion suites pass for the running version, and every L3 threat has a signed disposition."
L4,automated,build-provenance;vuln-scan-report;config-snapshot;network-flow-map;sandbox-config;change-record;limit-config,"Only signed images run, infrastructure code changes are reviewed and match deployed state, agent workloads are segmented with default-deny egress and resource limits, and no observed flow or critical finding is outside policy."
L5,hybrid,log-pipeline-status;agent-trace;monitor-alerts;eval-report;evidence-manifest;iam-policy-export;attestation,"Every agent emits complete traces to write-once storage that agents cannot alter, secrets are absent from telemetry, detection rules cover each declared agent, evaluation sets and results are digest-pinned, and every L5 threat has a signed disposition."
L6,hybrid,policy-bundle;policy-decision-log;iam-policy-export;auth-config;exception-register;policy-register;attestation,"Policy decisions are made by a versioned engine with passing tests for every protected action, exceptions are approved and unexpired, any AI used as a security control has its own evaluation, explainability and override record, and every L6 threat has a signed disposition."
L7,hybrid,agent-manifest;tool-registry;agent-channel-config;oauth-grant-list;third-party-register;agent-trace;attestation,"Every agent, peer, marketplace listing and integration reachable by the product is registered with verified identity and accurate declared capability, actions are attributable without gaps, and every L7 threat has a signed disposition."
"""#
  )
}
