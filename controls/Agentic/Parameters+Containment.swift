import ControlTesting

extension PolicyParameter {
  static let maximumMemoryAge = PolicyParameter(
    "maximumMemoryAge",
    .duration(.days(90)),
    "The longest that an entry may stay in an agent's memory."
  )
  static let rollbackDrillInterval = PolicyParameter(
    "rollbackDrillInterval",
    .duration(.days(180)),
    "The longest time from one exercise of restoring a memory store to the next."
  )
  static let messageFreshness = PolicyParameter(
    "messageFreshness",
    .duration(.seconds(60)),
    "The longest time from sending a message between agents to its receipt."
  )
  static let maximumReach = PolicyParameter(
    "maximumReach",
    .integer(100),
    unit: "resources",
    "The most resources that one agent may be able to harm."
  )
  static let failureDrillInterval = PolicyParameter(
    "failureDrillInterval",
    .duration(.days(180)),
    "The longest time from one failure or replay exercise to the next."
  )
  static let alertClosureLimit = PolicyParameter(
    "alertClosureLimit",
    .duration(.hours(24)),
    "The longest time from an alert on a departing agent to the decision on it."
  )
  static let agentStopTarget = PolicyParameter(
    "agentStopTarget",
    .duration(.minutes(5)),
    "The longest time from the order to stop an agent to its first refused action."
  )
}

extension Policy {
  var maximumMemoryAge: Duration { duration(.maximumMemoryAge) }
  var rollbackDrillInterval: Duration { duration(.rollbackDrillInterval) }
  var messageFreshness: Duration { duration(.messageFreshness) }
  var maximumReach: Int { integer(.maximumReach) }
  var failureDrillInterval: Duration { duration(.failureDrillInterval) }
  var alertClosureLimit: Duration { duration(.alertClosureLimit) }
  var agentStopTarget: Duration { duration(.agentStopTarget) }
}
