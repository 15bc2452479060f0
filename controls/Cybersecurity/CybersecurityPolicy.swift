import ControlTesting
import SuiteVocabulary

extension StatementAsked {
  static let policiesApproved = StatementAsked(
    "policies-approved",
    "The policies in force for {target} were approved by leadership and made known to those they bind.",
    by: Signers.executives,
    on: ["ai-use", "access", "non-human-identity"]
  )
  static let policiesReviewed = StatementAsked(
    "policies-reviewed",
    "Changes of law, threat and technology since the last review of the policies of {target} led to a decision.",
    by: Signers.security + Signers.riskOwners
  )
}

/// CSF 2.0 GV.PO: the policy is there, known, kept and kept up to date.
public let cybersecurityPolicy = ControlSuite(
  "CybersecurityPolicy",
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference("https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "CSF-GV.PO-01",
    "A policy on each required topic is in force, approved by somebody active and made known",
    .severity(.high),
    .satisfies(
      .csf("GV.PO-01"),
      because: "Each topic has a policy that is approved, current and communicated."
    ),
    .supports(.aiRMF("GOVERN 1.2"), because: "Policies carry what trustworthy AI asks for."),
    .supports(.maestro("L6"), because: "Rules come before the layer that enforces them."),
    .needs(.policyRegister),
    .signed(.policiesApproved),
    .limits(.requiredPolicyTopics),
    .rationale("What no policy says, no control can be measured by."),
    .remedy("Approve and publish a policy on the topic, with a review date."),
    subject: { scope in
      scope.policy.list(.requiredPolicyTopics).compactMap { topic in
        do {
          try scope.expectDocument(on: topic, .policy, .standard)
          return nil
        } catch {
          return Deviation(thrown: error)
        }
      }
    }
  )

  Control(
    "CSF-GV.PO-02",
    "No policy in force is past its review, and each was approved by somebody who is still there",
    .satisfies(
      .csf("GV.PO-02"),
      because: "Reviews are dated and none is late."
    ),
    .supports(.aiRMF("GOVERN 1.5"), because: "Review is planned, with roles and interval."),
    .needs(.roleRegister),
    .signed(.policiesReviewed),
    .rationale("A policy that is never read again describes last year's organisation."),
    .remedy("Review the policy, have it approved and set the next date."),
    among: { (document: PolicyDocument, _) in document.state == .inForce }
  ) { document, scope in
    try scope.expectInForce(document)
  }
}
