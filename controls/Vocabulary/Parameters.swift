public import ControlTesting

extension PolicyParameter {
  /// How old a test of what runs may be; for every test of an agent, model, prompt or store.
  public static let evaluationMaximumAge = PolicyParameter(
    "evaluationMaximumAge",
    .duration(.days(30)),
    "How long a test of an agent, model, prompt or store shows how it behaves."
  )
  /// How old an exercise may be; for every exercise without a period of its own.
  public static let drillMaximumAge = PolicyParameter(
    "drillMaximumAge",
    .duration(.days(90)),
    "How long an exercise proves that what it exercised works."
  )
  /// How old an owner's signed statement may be.
  public static let attestationMaximumAge = PolicyParameter(
    "attestationMaximumAge",
    .duration(.days(180)),
    "How old the signed statement of an owner may be."
  )
}

extension Policy {
  /// How old a test of what runs may be.
  public var evaluationMaximumAge: Duration { duration(.evaluationMaximumAge) }
  /// How old an exercise may be.
  public var drillMaximumAge: Duration { duration(.drillMaximumAge) }
}
