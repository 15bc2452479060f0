import ControlTesting

/// NHI6:2025 Insecure Cloud Deployment Configurations: a pipeline reaches the cloud by trust that
/// names it exactly, holds no key, and acts only where it deploys.
public let deploymentTrust = ControlSuite(
  "DeploymentTrust",
  .satisfies(
    .nhi(6),
    because: "Static keys and loose token trust are the two ways NHI6 describes."
  ),
  .appliesTo(.environment, .agentSystem),
  .reference(
    "OWASP NHI Top 10 2025, NHI6 Insecure Cloud Deployment Configurations: https://owasp.org/www-project-non-human-identities-top-10/2025/6-insecure-cloud-deployment-configurations/"
  )
) {
  Control(
    "NHI6-1",
    """
    Every pipeline-to-cloud trust pins issuer, audience and a subject limited to named \
    repositories, branches or environments
    """,
    .severity(.critical),
    .blocks(from: .pilot),
    .satisfies(
      .csf("PR.AA-04"),
      because: "A pipeline's token is an assertion, and these three claims are its verification."
    ),
    .supports(
      .csf("PR.PS-06"),
      because: "What may deploy is part of how software is developed securely."
    ),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "The pipeline is a component whose control is written down here."
    ),
    .supports(
      .maestro("L4"),
      because: "Pipelines belong to the layer where agents are deployed."
    ),
    .supports(
      .zeroTrustTenet(6),
      because: "The token is judged by its claims before access is given."
    ),
    .supports(.sp80053("AC-3"), .sp80053("IA-5(9)")),
    .reference("OpenID Connect Core 1.0 section 3.1.3.7, ID Token Validation"),
    .reference("NIST SP 800-53 r5 IA-5(9), Federated Credential Management"),
    .rationale(
      "A trust that names an organisation and not a branch lets any fork or pull request "
        + "deploy. The three claims are all that stands between a build and the cloud account."
    ),
    .remedy("Add exact issuer, audience and subject conditions to the role's trust policy."),
    among: { (relation: TrustRelation, scope) in
      (relation.principalKind == .federated || relation.principalKind == .anyone)
        && !relation.expiresAt.hasPassed(at: scope.asOf)
    }
  ) { relation, _ in
    try expect("principal kind", relation.principalKind.rawValue, .equal("federated"))
    try expect("issuer", relation.issuer, .present)
    try expectExact("issuer", relation.issuer ?? "")
    try expect("audiences", relation.audiences, .notEmpty)
    for audience in relation.audiences ?? [] { try expectExact("audiences", audience) }
    try expect("subject", relation.subjectPattern, .present)
    let subject = SubjectPattern(relation.subjectPattern ?? "")
    if !subject.namesItsSource {
      throw Deviation(
        "subject",
        expected: "a named repository, branch, environment or workload",
        observed: relation.subjectPattern ?? "not recorded"
      )
    }
  }

  Control(
    "NHI6-2",
    "No pipeline definition or variable store holds a static cloud credential",
    .severity(.critical),
    .blocks(from: .pilot),
    .supports(
      .nhi(2),
      because: "Build logs and repositories are where such a credential leaks from."
    ),
    .supports(.nhi(7), because: "A stored key lives until somebody replaces it."),
    .supports(
      .csf("PR.PS-06"),
      because: "Keeping keys out of build definitions is secure development."
    ),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "The pipeline is a component whose control is written down here."
    ),
    .supports(
      .maestro("L4"),
      because: "Pipelines belong to the layer where agents are deployed."
    ),
    .supports(.sp80053("IA-5(7)")),
    .needs("secret-scan-report"),
    .reference("NIST SP 800-53 r5 IA-5(7), No Embedded Unencrypted Static Authenticators"),
    .rationale(
      "Keys in pipelines are read by every job, printed into logs and copied to forks. Token "
        + "exchange leaves nothing behind to steal."
    ),
    .remedy("Replace the stored key by token exchange with the cloud and delete the key.")
  ) { (pipeline: Pipeline, scope) in
    try pipeline.expectNoStaticAccess(in: scope)
    try pipeline.expectCleanScan(in: scope)
  }

  Control(
    "NHI6-3",
    "No pipeline identity can act outside the environments it deploys to",
    .severity(.high),
    .blocks(from: .production),
    .supports(.nhi(5), because: "Rights where nothing is deployed are rights beyond the task."),
    .supports(.nhi(8), because: "One pipeline with rights in two environments joins them."),
    .supports(
      .csf("PR.AA-05"),
      because: "Least privilege for a pipeline ends where its deployments end."
    ),
    .supports(
      .aiRMF("MAP 4.2"),
      because: "The pipeline is a component whose control is written down here."
    ),
    .supports(
      .maestro("L4.3"),
      because: "Altered deployment code can then break one environment only."
    ),
    .supports(.sp80053("AC-6")),
    .needs("ci-results", "iam-policy-export", "environment-register"),
    .reference("NIST SP 800-53 r5 AC-6, Least Privilege"),
    .rationale(
      "A pipeline runs code from many hands, so its rights are everybody's rights. Kept to "
        + "the environments it deploys to, a poisoned build stays there."
    ),
    .remedy("Split the pipeline identity by environment and limit each to its own resources."),
    fold: PipelineReach.self
  )
}

/// States that a text has no wildcard.
///
/// - Throws: A ``Deviation`` where it has one, or is empty.
private func expectExact(_ attribute: String, _ text: String) throws {
  if text.isEmpty || text.contains(where: { $0 == "*" || $0 == "?" }) {
    throw Deviation(attribute, expected: "an exact value", observed: text.isEmpty ? "empty" : text)
  }
}
