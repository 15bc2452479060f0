// swift-format-ignore-file
// The table is data: one row for each item that is rated, in the publisher's order, as RFC 4180
// writes it. The sentences are this project's own.

import ControlModel

extension AssessabilityTable {
  /// What an answer to NIST-AI-RMF-1.0 takes, 72 rows.
  static let nistAIRMF10 = AssessabilityTable(
    framework: .aiRMF,
    table: #"""
id,mode,kinds,assertion
GOVERN 1.1,hybrid,ai-system-register;policy-register;contract-terms;attestation,"Each registered AI system lists its applicable AI, privacy and sector rules with owner and review date not past, and counsel attests completeness."
GOVERN 1.2,attested,policy-register;attestation,"An approved AI policy names the trustworthiness characteristics and where each is applied in the life cycle, and its owner attests adoption, citing the document digest."
GOVERN 1.3,hybrid,ai-system-register;policy-register;attestation,"Every AI system has a risk tier that the written tiering rule reproduces from its recorded attributes (autonomy, data, reach), required controls follow the tier, and the rule's owner attests it."
GOVERN 1.4,hybrid,policy-register;risk-register;evidence-manifest;attestation,"The risk process is published, its outputs (register, matrix, exceptions) exist for every system with traceable evidence, and the owner attests transparency to stakeholders."
GOVERN 1.5,hybrid,policy-register;review-minutes;evidence-manifest;attestation,"Review frequency and roles are stated, every planned review of the period has a record on time citing current results, and the chair attests outcomes."
GOVERN 1.6,automated,ai-system-register;agent-manifest;nhi-inventory;agent-trace;network-flow-map,"Every AI system, model endpoint and agent discovered in traces, identities or egress is in the register with owner, tier and state updated inside the limit, and no shadow system remains unexplained."
GOVERN 1.7,hybrid,ai-system-register;lifecycle-events;nhi-inventory;memory-store-config;policy-register;attestation,"A decommissioning procedure exists and every retired AI system shows disabled endpoints, revoked identities and grants and disposed or archived data, with the owner's attestation."
GOVERN 2.1,hybrid,role-register;ai-system-register;nhi-inventory;attestation,"Each AI system has named active people for mapping, measuring, managing and identity ownership with an escalation line, and each has acknowledged the duty."
GOVERN 2.2,automated,training-record;role-register;third-party-register,Every person and partner in an AI risk role completed the current course for that role inside its interval.
GOVERN 2.3,attested,review-minutes;role-register;attestation,"A named executive signs the deploy, continue or stop decision for each high-tier AI system in the period."
GOVERN 3.1,attested,review-minutes;attestation,"The owner attests that decisions for each high-tier system involved the disciplines and perspectives policy requires, citing attendance records by role rather than personal data."
GOVERN 3.2,hybrid,policy-register;agent-manifest;approval-log;role-register;attestation,"Each agent's manifest states its autonomy tier, overseer role and override path consistent with policy, approvals in the log were made by people in that role, and the policy owner attests the definitions."
GOVERN 4.1,attested,policy-register;training-record;attestation,"Leadership attests practices that let anyone stop or challenge a release, citing the stop-work or challenge procedure and its use in the period."
GOVERN 4.2,hybrid,impact-assessment;risk-register;model-card;attestation,"Every deployed AI system has an impact record not older than its last material change and a published summary, and the team attests communication."
GOVERN 4.3,hybrid,eval-report;incident-record;disclosure-intake;attestation,"Each system has scheduled test results, an incident channel with handled items and a stated sharing route, and the owner attests information sharing."
GOVERN 5.1,hybrid,user-feedback-log;policy-register;attestation,"A feedback channel for people outside the team is published, items of the period were logged and prioritised in time, and the owner attests how they were considered."
GOVERN 5.2,hybrid,user-feedback-log;change-record;attestation,"Accepted feedback items link to changes or reasoned refusals within the limit, attested by the product owner."
GOVERN 6.1,hybrid,third-party-register;contract-terms;sbom;attestation,"Every third-party model, dataset, tool and connector has a vendor record with rights, licence and security terms transcribed, and legal attests infringement and liability coverage."
GOVERN 6.2,hybrid,third-party-register;drill-record;policy-register;limit-config;attestation,"Each high-risk third-party dependency has a fallback or disable plan that was exercised in the period with measured time, attested by the service owner."
MAP 1.1,attested,ai-system-register;impact-assessment;attestation,"The owner attests a current statement of intended purpose, users, settings, prohibited uses, assumptions and limits for each system, with digest matching the register."
MAP 1.2,attested,review-minutes;attestation,"The owner attests the mix of roles and expertise that set the context for each high-tier system, with participation documented."
MAP 1.3,attested,policy-register;ai-system-register;attestation,Each system's register entry cites the organisational goal it serves and the sponsor attests it.
MAP 1.4,attested,ai-system-register;review-minutes;attestation,"A dated business-value statement, re-evaluated inside the interval for live systems, is attested by the sponsor."
MAP 1.5,hybrid,risk-register;policy-register;attestation,"Numeric tolerances exist per system tier, equal the thresholds used by checks and evaluations, and leadership attests them."
MAP 1.6,hybrid,change-record;eval-report;impact-assessment;attestation,"Security, privacy and oversight requirements are recorded with ids and each is traced to at least one passing test or check, and the relevant actors attest elicitation."
MAP 2.1,automated,agent-manifest;model-card;ai-system-register,"Every system entry states task type and method, and the model, tools and version observed in the manifest and traces match that statement."
MAP 2.2,hybrid,model-card;agent-manifest;approval-log;attestation,"Each system has documented knowledge limits, output-use rules and oversight points, the oversight points exist in the manifest and are used in the log, and the owner attests sufficiency."
MAP 2.3,attested,eval-report;data-lineage;attestation,"The evaluation owner attests the test design, data selection and validity argument, citing the test plan digest."
MAP 3.1,attested,impact-assessment;attestation,The sponsor attests the documented expected benefits and how they will be checked.
MAP 3.2,hybrid,impact-assessment;risk-register;incident-record;attestation,"Costs of errors are recorded with values tied to the tolerance, include incidents seen so far, and are attested by the risk owner."
MAP 3.3,hybrid,ai-system-register;agent-manifest;agent-trace;policy-decision-log;attestation,"The documented scope is expressed as allowed tools, data and actions, traces show no out-of-scope action that was not denied, and the owner attests the scope statement."
MAP 3.4,hybrid,training-record;role-register;approval-log;attestation,"Operators and approvers of each system hold an in-date proficiency result for it before acting, and the owner attests the criteria."
MAP 3.5,hybrid,agent-manifest;approval-log;policy-bundle;drill-record;attestation,"Human-oversight rules are enforced by policy for every action class that requires them, an override or stop was exercised in the period, and the owner attests the process assessment."
MAP 4.1,hybrid,sbom;third-party-register;data-lineage;contract-terms;attestation,"Every component and dataset has origin, licence and risk recorded under the documented approach, unknown licences are zero or excepted, and legal attests the approach."
MAP 4.2,hybrid,sbom;tool-registry;policy-bundle;risk-register;attestation,"For each component, third-party ones included, at least one named internal control is recorded and its check result is current, and the owner attests adequacy."
MAP 5.1,hybrid,impact-assessment;incident-record;user-feedback-log;attestation,"Each identified impact has likelihood and magnitude with its basis, includes public or own incidents of similar systems, and is attested inside the interval."
MAP 5.2,attested,role-register;user-feedback-log;review-minutes;attestation,"The owner attests a named contact and regular engagement with affected parties, with dated records of feedback taken in."
MEASURE 1.1,hybrid,risk-register;eval-report;evidence-manifest;attestation,"Every top-ranked risk maps to a running metric, evaluation or check, and risks that cannot be measured are listed with a reason attested by the owner."
MEASURE 1.2,hybrid,eval-report;evidence-manifest;incident-record;attestation,"Metrics and control checks were reviewed in the period against escaped errors and false results, with changes recorded and the reviewer's attestation."
MEASURE 1.3,attested,review-minutes;vendor-assurance;attestation,"A reviewer who did not build the system signs an assessment inside the interval, declaring independence and consulted parties."
MEASURE 2.1,automated,eval-report;data-lineage,"Every evaluation result cites test-set digest, metric definition, tool and version, and those artefacts resolve in the evidence set."
MEASURE 2.2,attested,eval-report;attestation,"For evaluations with people, the owner attests applicable approvals, consent and representativeness, or attests that none were done."
MEASURE 2.3,hybrid,eval-report;agent-manifest;attestation,"Results for the deployed version, tools and configuration meet the criteria, were produced under recorded deployment-like conditions, and the evaluator attests that similarity."
MEASURE 2.4,automated,agent-trace;monitor-alerts;log-pipeline-status;ai-system-register,Every production system and agent reports behaviour and component metrics continuously over the window with alert rules for the mapped risks and no unexplained gap.
MEASURE 2.5,hybrid,eval-report;model-card;attestation,"Validity and reliability results for the deployed version meet thresholds with stated confidence and generalisation limits, and the evaluator attests them."
MEASURE 2.6,hybrid,eval-report;drill-record;monitor-alerts;limit-config;attestation,"Safety evaluation is in date and within tolerance, a fail-safe or shutdown test met its response time, real-time monitors are on, and the owner attests residual risk."
MEASURE 2.7,automated,eval-report;vuln-scan-report;drill-record;evidence-manifest,"Security evaluation of the deployed version (prompt injection, tool abuse, identity abuse, isolation, extraction) and a resilience or revocation drill are in date, above threshold and linked to tracked findings."
MEASURE 2.8,hybrid,agent-trace;approval-log;policy-decision-log;attestation,"For sampled actions the record answers who asked, which agent acted, under which identity and policy and with what effect, and the owner attests transparency risks to users."
MEASURE 2.9,hybrid,model-card;eval-report;attestation,"A current model or system card explains output meaning and limits and matches the deployed version, and a domain reader attests that it supports interpretation."
MEASURE 2.10,hybrid,impact-assessment;data-lineage;memory-store-config;eval-report;attestation,"A privacy assessment is current, personal-data stores and prompt logs obey retention and tenant limits, leakage tests pass, and the privacy owner attests it."
MEASURE 2.11,hybrid,eval-report;impact-assessment;attestation,"Fairness results for the defined groups and deployed version are within tolerance, or a reasoned not-applicable is attested by the owner."
MEASURE 2.12,attested,capacity-metrics;attestation,"The owner attests an environmental estimate with method and period, using metered compute where available."
MEASURE 2.13,hybrid,eval-report;incident-record;review-minutes;attestation,"Evaluation effectiveness was checked in the period against production failures that tests missed, with changes recorded and attested."
MEASURE 3.1,hybrid,risk-register;monitor-alerts;incident-record;role-register;attestation,"New and emergent risks seen in alerts or incidents entered the register within the limit, named people track them, and the owner attests the approach."
MEASURE 3.2,attested,risk-register;attestation,For each risk lacking a metric the owner attests the interim tracking approach and its next review date.
MEASURE 3.3,hybrid,user-feedback-log;eval-report;attestation,"Report and appeal channels are published and handled in time, their outcomes feed a named evaluation metric, and the owner attests reach to affected people."
MEASURE 4.1,attested,review-minutes;eval-report;attestation,"The evaluator attests that measurement methods were chosen for the real deployment with domain experts and users, with documents cited."
MEASURE 4.2,hybrid,eval-report;agent-trace;attestation,"Production measurements agree with pre-deployment results within tolerance or a divergence is explained, and a domain expert attests consistency with intent."
MEASURE 4.3,hybrid,eval-report;user-feedback-log;monitor-alerts;attestation,"Metric trends over releases are recorded with significant rises or declines identified, and consulted parties' input is attested."
MANAGE 1.1,hybrid,review-minutes;eval-report;evidence-manifest;attestation,"A signed go or no-go decision for the deployed version exists, is dated before production and cites the matrix and evaluation digests that were current then."
MANAGE 1.2,hybrid,risk-register;attestation,"Open risks are ordered by the documented impact, likelihood and resource rule and the owner attests deviations."
MANAGE 1.3,automated,risk-register;change-record;exception-register,"Every high-priority risk has a chosen response with plan, owner and due date not past, and accepted ones carry an unexpired approval."
MANAGE 1.4,hybrid,risk-register;model-card;contract-terms;attestation,"Residual risks are listed per system and the same list is disclosed to downstream acquirers and users, attested by the owner."
MANAGE 2.1,attested,review-minutes;risk-register;attestation,The sponsor attests that resources and non-AI alternatives were considered for each high-tier system before approval and at renewal.
MANAGE 2.2,hybrid,capacity-metrics;monitor-alerts;change-record;attestation,"Maintenance, drift correction and service objectives are in force for each live system and the owner attests sustained value."
MANAGE 2.3,hybrid,incident-record;drill-record;policy-register;attestation,"Each previously unknown risk found in the period, or an exercise if none, followed the written procedure with timestamps from detection to recovery, attested by the lead."
MANAGE 2.4,automated,drill-record;agent-manifest;role-register;iam-credential-report;audit-log,"Every live agent has a stop mechanism and named operator, and an exercise in the interval disabled it and revoked its credentials within the target with no later activity in the logs."
MANAGE 3.1,hybrid,third-party-register;vendor-assurance;monitor-alerts;tool-registry;attestation,"Every third-party resource is monitored, its assurance is in date, applied controls are recorded with current results, and the owner attests the benefit and risk review."
MANAGE 3.2,automated,model-card;sbom;eval-report;threat-intel-feed,"Every pre-trained model in use is pinned to a version that is supported, re-evaluated after each change or interval and checked against advisories."
MANAGE 4.1,hybrid,policy-register;monitor-alerts;user-feedback-log;incident-record;change-record;lifecycle-events;attestation,"The monitoring plan of each system names its signals and every required mechanism (user input, appeal and override, incident response, recovery, change, decommissioning) produced records in the window or an attested nil return."
MANAGE 4.2,hybrid,change-record;user-feedback-log;eval-report;attestation,"Each release of the period lists measurable improvements linked to findings or feedback, and engagement with interested parties is attested."
MANAGE 4.3,hybrid,incident-record;user-feedback-log;attestation,"Each AI incident or error has tracked response and recovery and a notice to affected actors within the limit, and the owner attests the list of those affected."
"""#
  )
}
