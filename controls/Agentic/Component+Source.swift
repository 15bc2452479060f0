import ControlTesting

extension Component {
  /// Whether the component comes into an agent from outside its own code: a model, prompt, tool
  /// server or image.
  var isBroughtIn: Bool {
    switch kind {
    case .model, .prompt, .tool, .container: true
    case .application, .library, .framework, .dataset, .service, .other: false
    }
  }

  /// Holds the component to a verified statement of where it was made, and that to the allowed
  /// sources.
  ///
  /// A statement that failed its check deviates whatever others say.
  func checkSource(_ scope: Scope) throws {
    guard let digest else {
      throw Deviation("digest", expected: "present", observed: "not recorded")
    }
    let statements = scope.all(Provenance.self, where: \.artifactDigest, is: digest)
    if let broken = statements.first(where: { $0.verified == .no }) {
      throw Deviation(
        "provenance",
        expected: "verified",
        observed: "statement of \(broken.builder) failed its check"
      )
    }
    let verified = statements.filter { $0.verified == .yes }
    guard !verified.isEmpty else {
      throw Deviation(
        "provenance",
        expected: "a verified statement",
        observed: statements.isEmpty ? "none on record" : "none verified"
      )
    }
    let allowed = SourceList(scope.policy.allowedSources)
    let sources = verified.map { $0.sourceRepository ?? "not recorded" }
    if let stray = sources.first(where: { !allowed.allows($0) }) {
      throw Deviation("source", expected: "one of the allowed sources", observed: stray)
    }
  }

  /// Holds the component to a supplier that is the own organisation or in the register, active and
  /// reviewed.
  func checkSupplier(_ scope: Scope) throws {
    guard let vendor else {
      let own = scope.policy.ownSuppliers
      if let supplier, own.contains(supplier) { return }
      throw Deviation(
        "supplier",
        expected: own.isEmpty
          ? "in the third-party register"
          : "in the third-party register, or \(own.joined(separator: ", "))",
        observed: supplier.map { "\($0), not referred to" } ?? "not recorded"
      )
    }
    guard let record = scope.first(VendorRecord.self, vendor) else {
      throw Deviation(
        "supplier",
        expected: "in the third-party register",
        observed: "\(vendor), not in it"
      )
    }
    try expect("state of \(vendor)", record.state, .oneOf([.active, .trial]))
    try scope.expectOwnerStatement(.componentSupplierReviewed, about: vendor, by: record.owner)
  }
}
