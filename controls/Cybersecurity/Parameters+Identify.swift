import ControlTesting

extension PolicyParameter {
  static let hardwareKinds = PolicyParameter(
    "hardwareKinds",
    .list(["accelerator", "device", "host", "server"]),
    "The kinds of asset that are hardware."
  )
  static let assetMaximumSilence = PolicyParameter(
    "assetMaximumSilence",
    .duration(.days(30)),
    "The longest time for which a machine in use may not have been seen."
  )
  static let scannedAssetKinds = PolicyParameter(
    "scannedAssetKinds",
    .list(["host", "image", "server", "service"]),
    "The kinds of asset that must be scanned for vulnerabilities."
  )
  static let vulnerabilityScanInterval = PolicyParameter(
    "vulnerabilityScanInterval",
    .duration(.days(30)),
    "The longest time from one vulnerability scan of an asset to the next."
  )
  static let requiredFeeds = PolicyParameter(
    "requiredFeeds",
    .list(["osv", "vendor-advisories"]),
    "The sources of threat intelligence that must deliver."
  )
  static let feedMaximumSilence = PolicyParameter(
    "feedMaximumSilence",
    .duration(.days(30)),
    "How long a source of threat intelligence may be silent."
  )
  static let highRiskTreatmentLimit = PolicyParameter(
    "highRiskTreatmentLimit",
    .duration(.days(180)),
    "The longest time from finding a risk above appetite to the date of its treatment."
  )
  static let emergencyApprovalLimit = PolicyParameter(
    "emergencyApprovalLimit",
    .duration(.days(1)),
    "How long after it went live an emergency change may be approved."
  )
  static let acknowledgementLimit = PolicyParameter(
    "acknowledgementLimit",
    .duration(.days(3)),
    "The longest time from a report of a vulnerability to its acknowledgement."
  )
  static let triageLimit = PolicyParameter(
    "triageLimit",
    .duration(.days(10)),
    "The longest time from a report of a vulnerability to its triage."
  )
  static let findingIntakeLimit = PolicyParameter(
    "findingIntakeLimit",
    .duration(.days(30)),
    "How long after it was made an assessment finding may be without a risk and an owner."
  )
  static let requiredPlans = PolicyParameter(
    "requiredPlans",
    .list(["agent-shutdown", "credential-revocation", "incident-response", "recovery"]),
    "The emergencies for which a plan must be in force."
  )
  static let planTestInterval = PolicyParameter(
    "planTestInterval",
    .duration(.days(365)),
    "The longest time from one test of a plan to the next."
  )
}
