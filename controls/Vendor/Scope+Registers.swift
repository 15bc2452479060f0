import ControlTesting

/// Look-ups in the registers that answer with what is wrong, or `nil` where nothing is.
extension Scope {
  /// Why an identity of an environment may be one of production.
  func productionProblem(_ id: String?) -> String? {
    environmentProblem(id) { $0.isProduction ? "\($0.id), \($0.kind.rawValue)" : nil }
  }

  /// Why data of an environment may be production's.
  func dataProblem(_ id: String?) -> String? {
    environmentProblem(id) { environment in
      if environment.isProduction { return "\(environment.id), \(environment.kind.rawValue)" }
      if environment.productionData == .no { return nil }
      return "\(environment.id), production data: \(environment.productionData.rawValue)"
    }
  }

  /// Why an environment is not fit for a pilot.
  func isolationProblem(_ id: String?) -> String? {
    dataProblem(id)
      ?? environmentProblem(id) { environment in
        environment.isolated == .yes
          ? nil : "\(environment.id), isolated: \(environment.isolated.rawValue)"
      }
  }

  private func environmentProblem(_ id: String?, _ judge: (Environment) -> String?) -> String? {
    guard let id else { return "not recorded" }
    guard let environment = first(Environment.self, id) else {
      return "\(id), not in the environment register"
    }
    return judge(environment)
  }
}

extension Environment {
  /// Whether production runs here, or would after a disaster.
  fileprivate var isProduction: Bool { kind == .production || kind == .disasterRecovery }
}
