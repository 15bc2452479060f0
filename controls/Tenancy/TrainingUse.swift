import ControlTesting
import SuiteVocabulary

/// DAT-3: each sort of data stays in stores and flows of its own, and none is trained on without
/// consent.
///
/// A flow into a store of training data is use in training whatever it says of itself, and a
/// training set is made of all that it is derived from. Holds nothing.
struct TrainingUse: Fold {
  mutating func observe(_ flow: DataFlow, _ scope: Scope) throws {
    let dataClass = try flow.expectClass(scope)
    if !dataClass.isClassified {
      throw Deviation(
        "sort of the data",
        expected: "classified",
        observed: "\(dataClass.name), \(dataClass.category.rawValue)"
      )
    }
    let others = scope.all(DataClass.self, where: \.listedStores, contains: flow.to)
      .filter { $0.group != nil && $0.group != dataClass.group }
    if let other = others.first(where: { $0.group != .training }) {
      throw Deviation(
        "destination",
        expected: "a store of \(dataClass.group?.rawValue ?? "secrets") alone",
        observed: "\(flow.to), which holds \(other.words)"
      )
    }
    if dataClass.group == .training { return }
    if flow.forTraining == .no && others.isEmpty { return }
    if flow.forTraining == .notStated {
      throw Deviation("use in training", expected: "yes or no", observed: "not stated")
    }
    try dataClass.expectConsent(flow.consent ?? dataClass.consent)
  }

  mutating func merge(_ later: TrainingUse) {}

  func deviations(_ scope: Scope) throws -> [Deviation] {
    try Self.stores(scope) + Self.trainingSets(scope)
  }

  /// Stores that hold two sorts of data, each by the later class.
  private static func stores(_ scope: Scope) -> [Deviation] {
    var holders: [String: DataClass] = [:]
    var found = DeviationList()
    for dataClass in scope.records(DataClass.self) where dataClass.group != nil {
      for store in dataClass.stores {
        guard let first = holders[store] else {
          holders[store] = dataClass
          continue
        }
        if first.group == dataClass.group { continue }
        found.note(
          "data of store \(store)",
          expected: "of one sort",
          observed: "\(first.words), \(dataClass.words)",
          record: dataClass
        )
      }
    }
    return found.all
  }

  private static func trainingSets(_ scope: Scope) throws -> [Deviation] {
    var found = DeviationList()
    for dataset in scope.records(Dataset.self)
    where dataset.kind == .training || dataset.kind == .fineTuning {
      try found.hold(dataset) { try dataset.checkOrigins(scope) }
    }
    return found.all
  }
}

extension Dataset {
  /// States that each thing a training set is made of may be trained on.
  fileprivate func checkOrigins(_ scope: Scope) throws {
    var seen: Set<String> = [id]
    var open = [self]
    while let origin = open.popLast() {
      try origin.checkConsent(basis: consentBasis ?? origin.consentBasis, scope)
      for id in origin.derivedFrom ?? [] where seen.insert(id).inserted {
        guard let next = scope.first(Dataset.self, id) else {
          throw Deviation(
            "origin",
            expected: "in the data lineage",
            observed: "\(id), not in the data lineage"
          )
        }
        open.append(next)
      }
    }
  }

  private func checkConsent(basis: String?, _ scope: Scope) throws {
    guard let id = dataClass else {
      throw Deviation("data class of \(self.id)", expected: "present", observed: "not recorded")
    }
    guard let known = scope.first(DataClass.self, id) else {
      throw Deviation(
        "data class of \(self.id)",
        expected: "in the data register",
        observed: "\(id), not in the data register"
      )
    }
    if known.group == .training { return }
    try known.expectConsent(known.consent ?? basis)
  }
}

extension DataClass {
  /// The stores in the shape that a look-up by list wants.
  fileprivate var listedStores: [String]? { stores }

  fileprivate var words: String { "\(group?.rawValue ?? category.rawValue) (\(name))" }

  /// States that the class may be trained on, with consent.
  fileprivate func expectConsent(_ consent: String?) throws {
    if trainingUse == .never || trainingUse == .notStated {
      throw Deviation(
        "use of \(name) in training",
        expected: "allowed with consent",
        observed: trainingUse.rawValue
      )
    }
    try expect("consent to training on \(name)", consent?.nonBlank, .present)
  }
}
