import ControlAssessment
import ControlModel
import ControlReports
import ControlTesting

extension Session {
  /// Where each statement stands for each subject asked for, with what it was surveyed in.
  func statements() throws -> (plan: AssessmentPlan, standings: [StatementStanding]) {
    let plan = try plan()
    let inventories = try inventories(plan.policy)
    let meter = ProgressMeter(console)
    defer { meter.clear() }
    let standings = inventories.flatMap { inventory in
      meter.show("asking for the statements of \(inventory.subject.id)")
      return StatementSurvey.standings(of: inventory, in: plan)
    }
    return (plan, standings)
  }

  /// A control by its id, however it is written.
  ///
  /// - Throws: ``UsageProblem`` where there is none, or it asks for no statement.
  func control(asking id: String) throws -> Control {
    guard
      let control = controls.first(where: { $0.description.id.lowercased() == id.lowercased() })
    else { throw UsageProblem.unknown("control", id, among: controls.map(\.description.id)) }
    if control.description.asks.isEmpty {
      throw UsageProblem("\(control.description.id) is automated: nobody signs for it")
    }
    return control
  }

  /// The one subject that `--subject` names.
  func soleSubject() throws -> String {
    let names = arguments.all("subject")
    guard names.count == 1, let name = names.first else {
      throw UsageProblem("--subject needs the one subject that it is about")
    }
    return name
  }
}

/// The order in which statements are due: those that stand in the way first, then by their end.
extension [StatementStanding] {
  func inOrderOfNeed() -> [StatementStanding] {
    enumerated().sorted { left, right in
      let (one, two) = (left.element, right.element)
      if (one.state == .inForce) != (two.state == .inForce) { return two.state == .inForce }
      if let first = one.standsUntil, let second = two.standsUntil, first != second {
        return first < second
      }
      return left.offset < right.offset
    }.map(\.element)
  }
}
