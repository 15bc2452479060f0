// swift-format-ignore-file
// The table is data: one row for each item that is rated, in the publisher's order, as RFC 4180
// writes it. The sentences are this project's own.

import ControlModel

extension AssessabilityTable {
  /// What an answer to OWASP-ASI-2026 takes, 10 rows.
  static let owaspASI2026 = AssessabilityTable(
    framework: .asi,
    table: #"""
id,mode,kinds,assertion
ASI01,hybrid,agent-manifest;agent-trace;change-record;policy-decision-log;eval-report;attestation,"Every run used the approved goal and prompt digest, every goal change has an approved change record, off-goal actions were denied or escalated in the decision log, the goal-override test suite for the running version passes its threshold, and the owner attests the residual risk."
ASI02,automated,tool-registry;agent-manifest;agent-trace;policy-decision-log;approval-log;limit-config,"Every traced tool call is to a registered tool, version and scope in the agent's manifest, carries a matching allow decision made before the call, stays within its rate and cost limits, and each destructive call has an earlier human approval."
ASI03,automated,agent-manifest;nhi-inventory;agent-trace;iam-policy-export;policy-decision-log;secret-store-metadata;trust-chain-graph,"Each agent acts under its own identity, every credential in a trace was issued for that task and subject, effective scope never grows along a delegation chain, privileged steps were re-authorised at the time of use, and no task credential outlives its task plus grace."
ASI04,hybrid,sbom;tool-registry;build-provenance;agent-trace;third-party-register;vuln-scan-report;attestation,"Every model, prompt, tool, MCP server and peer agent loaded at run time matches a pinned digest in a signed bill of materials from an allowed source with no drift since approval, and each supplier's review is attested and unexpired."
ASI05,automated,sandbox-config;agent-trace;tool-registry;eval-report;change-record,"Every code-executing tool runs as non-root in an isolated, time-limited environment with default-deny egress and no host mounts, no trace shows execution outside it, auto-run allow-list changes are approved, and the sandbox-escape suite for the running version passes."
ASI06,hybrid,memory-store-config;agent-trace;data-lineage;eval-report;drill-record;attestation,"Memory is partitioned per tenant, each write has a provenance tag and expiry, unverified entries were not retrieved for high-impact actions, the poisoning suite passes, a snapshot rollback was exercised in the period, and the store owner attests the trusted-source list."
ASI07,automated,agent-channel-config;workload-identity-entries;agent-manifest;agent-trace;policy-decision-log,"Every agent-to-agent channel requires mutual authentication with per-agent identities and a pinned protocol version, every message verified signature, audience and freshness, every peer was in the registry at the time, and no unauthenticated or downgraded exchange appears."
ASI08,hybrid,limit-config;agent-trace;trust-chain-graph;drill-record;eval-report;attestation,"Each agent-to-agent and agent-to-tool edge has fan-out, depth, rate and spend limits with a breaker, no trace exceeded them, the computed blast radius of each agent is under its cap, and a replay or failure drill in the period stayed inside the cap and is signed off."
ASI09,hybrid,approval-log;agent-trace;eval-report;training-record;user-feedback-log;attestation,"High-impact actions carry an approval by an independent person who was shown a non-model-written risk summary, approval volume, latency and overturn rate do not indicate rubber-stamping, approvers are trained, and the owner attests disclosure and report-a-concern design."
ASI10,hybrid,agent-manifest;nhi-inventory;agent-trace;monitor-alerts;drill-record;attestation,"No unregistered agent identity acted, every deviation from a signed manifest raised an alert that was closed with a disposition, and a kill-switch plus credential-revocation drill stopped an agent within the target time, with re-entry approved by the owner."
"""#
  )
}
