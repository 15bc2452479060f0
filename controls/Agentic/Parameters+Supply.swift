import ControlTesting

extension PolicyParameter {
  static let allowedSources = PolicyParameter(
    "allowedSources",
    .list([]),
    """
    The repositories and registries from which models, prompts, tool servers and images may come; \
    an entry that ends in /* stands for everything below it.
    """
  )
  static let ownSuppliers = PolicyParameter(
    "ownSuppliers",
    .list([]),
    "The names by which bills of materials call the own organisation as a supplier."
  )
  static let criticalRepairLimit = PolicyParameter(
    "criticalRepairLimit",
    .duration(.days(7)),
    "The longest that a vulnerability may stay that is critical, used in attacks or not rated."
  )
  static let highRepairLimit = PolicyParameter(
    "highRepairLimit",
    .duration(.days(30)),
    "The longest that a vulnerability of high severity may stay."
  )
  static let vulnerabilityScanMaximumAge = PolicyParameter(
    "vulnerabilityScanMaximumAge",
    .duration(.days(7)),
    "How old the last good vulnerability scan of a component may be."
  )
  static let vulnerabilityScanTools = PolicyParameter(
    "vulnerabilityScanTools",
    .list(["dependency-check", "grype", "osv-scanner", "snyk", "trivy"]),
    "The tools whose runs count as vulnerability scans: a secret scan's run does not."
  )
  static let allowedIsolation = PolicyParameter(
    "allowedIsolation",
    .list(["microVM", "container", "webAssembly"]),
    "The sorts of isolation in which tools may run code."
  )
}

extension Policy {
  var allowedSources: [String] { list(.allowedSources) }
  var ownSuppliers: [String] { list(.ownSuppliers) }
  var criticalRepairLimit: Duration { duration(.criticalRepairLimit) }
  var highRepairLimit: Duration { duration(.highRepairLimit) }
  var vulnerabilityScanMaximumAge: Duration { duration(.vulnerabilityScanMaximumAge) }
  var vulnerabilityScanTools: [String] { list(.vulnerabilityScanTools) }
  var allowedIsolation: [String] { list(.allowedIsolation) }
}
