import ControlTesting
import SuiteVocabulary

/// NHI2:2025 Secret Leakage: a secret that lies where it can be read is no secret any more.
public let secretLeakage = ControlSuite(
  "SecretLeakage",
  .satisfies(.nhi(2)),
  .appliesTo(.vendor, .environment, .agentSystem),
  .reference(
    "OWASP NHI Top 10 2025, NHI2 Secret Leakage: https://owasp.org/www-project-non-human-identities-top-10/2025/2-secret-leakage/"
  )
) {
  Control(
    "NHI2-1",
    "Every repository, image, log and transcript in scope was scanned for secrets within the "
      + "freshness window",
    .severity(.high),
    .blocks(from: .pilot),
    .supports(
      .csf("PR.PS-06"),
      .csf("ID.RA-01"),
      .csf("DE.CM-09"),
      because: "A leak in code, image or log is found only where somebody looks for it."
    ),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "A scan of what agents wrote and run is part of their security test."
    ),
    .supports(.maestro("L5.5"), because: "Logs and transcripts are where agents repeat secrets."),
    .needs(.secretScanReport, .evidenceManifest, .ciResults, .configSnapshot),
    .limits(.secretScanMaximumAge, .secretScanTools),
    .reference("NIST SP 800-53 r5 RA-5, Vulnerability Monitoring and Scanning"),
    .rationale(
      "No finding means little where nobody looked. Only a recent scan of every place makes "
        + "an empty list of leaks believable."
    ),
    .remedy("Add the missing target to the scanner and store the run with its scope."),
    subject: { scope in scope.unscannedTargets() }
  )

  Control(
    "NHI2-2",
    "No finding of a live or unverified secret is open",
    .severity(.critical),
    .blocks(from: .sandbox),
    .supports(
      .csf("PR.DS-01"),
      .csf("PR.AA-01"),
      because: "A secret in the open gives away both the data behind it and the identity it proves."
    ),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "An open leak is a security result that was not acted on."
    ),
    .supports(
      .maestro("L5"),
      .maestro("L5.5"),
      because: "A scan of logs and traces counts only when what it found is closed."
    ),
    .reference("NIST SP 800-53 r5 IA-5, Authenticator Management"),
    .reference("NIST SP 800-53 r5 IR-9, Information Spillage Response"),
    .rationale(
      "A secret that lies in the open belongs to everybody who read it. Until it is revoked, "
        + "deleting the file changes nothing."
    ),
    .remedy("Revoke the secret first, then remove it from where it was found.")
  ) { (finding: SecretFinding, scope) in
    try finding.expectClosed(at: scope.asOf)
  }

  Control(
    "NHI2-3",
    "Every leaked secret that was live was revoked and replaced within the response limit",
    .severity(.critical),
    .blocks(from: .pilot),
    .satisfies(
      .csf("RS.MI-01"),
      because: "A leak is contained when the old value no longer opens anything."
    ),
    .supports(
      .aiRMF("MANAGE 2.3"),
      because: "A leak is an unforeseen risk, and this is the answer to it."
    ),
    .supports(
      .maestro("X.4"),
      because: "A leaked secret carries data from one layer into another."
    ),
    .supports(.sp80053("IA-5")),
    .needs(.rotationRecord),
    .limits(.leakResponseLimit),
    .reference("NIST SP 800-53 r5 IA-5, Authenticator Management"),
    .reference("NIST SP 800-53 r5 IR-9, Information Spillage Response"),
    .rationale(
      "Copies of a leaked value are made within minutes and cannot be called back. Only a new "
        + "value and a dead old one end the leak, and the time between is the damage."
    ),
    .remedy("Revoke the old value, issue a new version and record both times."),
    among: { (finding: SecretFinding, _) in finding.couldHaveBeenLive }
  ) { finding, scope in
    try finding.expectAnswered(in: scope)
  }

  Control(
    "NHI2-4",
    "No tool, agent, function or image configuration carries a secret in plain text",
    .severity(.critical),
    .blocks(from: .sandbox),
    .supports(
      .csf("PR.DS-01"),
      because: "A configuration is data at rest that many can read."
    ),
    .supports(
      .asi(3),
      because: "A secret in a tool's configuration is a right that anyone inherits."
    ),
    .supports(
      .aiRMF("MEASURE 2.7"),
      because: "The check of each component's configuration is documented."
    ),
    .supports(
      .maestro("L4"),
      because: "Images and their settings are what the infrastructure runs."
    ),
    .supports(.sp80053("IA-5(7)")),
    .needs(.toolRegistry, .configSnapshot),
    .reference("NIST SP 800-53 r5 IA-5(7), No Embedded Unencrypted Static Authenticators"),
    .rationale(
      "Configurations are copied, cached, printed in logs and read by tools that need no "
        + "secret. What stands in them in plain text leaks with each of them."
    ),
    .remedy("Replace the value by a reference to the secret store and rotate it."),
    fold: PlaintextSecrets.self
  )
}
