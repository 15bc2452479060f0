import ControlAssessment
import ControlModel
import ControlTesting
import ControlTestingSupport
import StandardControls

/// Whether the cases of a control stand just inside and just outside a limit of its.
///
/// A case's name cannot tell; moving the limit can. A passing case stands just inside where a step
/// of the limit makes it fail, and a failing one just outside where a step makes it pass.
struct LimitSides {
  let parameter: PolicyParameter
  let cases: [ControlFixture]

  /// The sides on which no case stands, `inside` or `outside`; empty where both are shown.
  func missing() async throws -> [String] {
    var sides: [String] = []
    if try await !turns(.pass, into: .fail) { sides.append("inside") }
    if try await !turns(.fail, into: .pass) { sides.append("outside") }
    return sides
  }

  private func turns(_ outcome: Outcome, into other: Outcome) async throws -> Bool {
    for fixture in cases where fixture.outcome == outcome && fixture.waived.isEmpty {
      let (plan, inventory) = try fixture.prepared(in: StandardControls.suites)
      for value in plan.policy.value(of: parameter).neighbours {
        var moved = plan
        moved.policy.values[parameter.name] = value
        let results = await Assessment.run(moved, over: [inventory], toolVersion: "")
        if results.subjects.first?.controls.first?.outcome == other { return true }
      }
    }
    return false
  }
}

extension PolicyValue {
  /// The values one step below and one above; empty for lists, which have no order.
  ///
  /// A step is one of the unit that the value is written in: one day of 90 days, one minute of 15
  /// minutes; of a single one the next smaller unit. A share moves by a hundredth.
  var neighbours: [PolicyValue] {
    switch self {
    case .duration(let duration):
      let step = duration.step
      return [.duration(max(.zero, duration - step)), .duration(duration + step)]
    case .integer(let number): return [.integer(max(0, number - 1)), .integer(number + 1)]
    case .decimal(let number):
      let step = abs(number) <= 1 ? 0.01 : abs(number) / 100
      return [.decimal(number - step), .decimal(number + step)]
    case .list: return []
    }
  }
}

extension Duration {
  /// One of the largest unit of which the duration is a multiple, and more than one.
  fileprivate var step: Duration {
    let units: [Duration] = [.days(1), .hours(1), .minutes(1), .seconds(1)]
    let unit = units.first { self > $0 && self - $0 * Int(self / $0) == .zero }
    return unit ?? .milliseconds(1)
  }
}
