import ControlTesting

extension PolicyParameter {
  static let maximumDecisionAge = PolicyParameter(
    "maximumDecisionAge",
    .duration(.seconds(60)),
    "The longest time from an authorisation decision to the call that it allows."
  )
  static let approvalValidity = PolicyParameter(
    "approvalValidity",
    .duration(.minutes(30)),
    "The longest time from a person's approval to the destructive call that it allows."
  )
  static let maximumCallsPerMinute = PolicyParameter(
    "maximumCallsPerMinute",
    .integer(60),
    unit: "calls",
    "The most tool calls of one run in any minute."
  )
  static let maximumCostPerTask = PolicyParameter(
    "maximumCostPerTask",
    .decimal(5),
    unit: "units",
    "The most that all runs of one task may cost, in the units of the trace."
  )
  static let maximumFanOut = PolicyParameter(
    "maximumFanOut",
    .integer(10),
    unit: "calls",
    "The most calls or runs that one run may start side by side."
  )
  static let maximumDepth = PolicyParameter(
    "maximumDepth",
    .integer(5),
    unit: "hops",
    "The deepest that runs may start one another, counted from the first."
  )
  static let toolReviewInterval = PolicyParameter(
    "toolReviewInterval",
    .duration(.days(90)),
    "The longest time from one approval of a tool to the next."
  )
  static let enforcementTestMaximumAge = PolicyParameter(
    "enforcementTestMaximumAge",
    .duration(.days(30)),
    "How long a refusal proves that an enforcement point refuses."
  )
  static let autoApprovalTiers = PolicyParameter(
    "autoApprovalTiers",
    .list(["sandbox"]),
    "The tiers in which a tool may run without asking a person."
  )
  static let reauthorizationWindow = PolicyParameter(
    "reauthorizationWindow",
    .duration(.minutes(5)),
    "The longest time from an authorisation decision to the privileged step that it allows."
  )
  static let maximumDelegationDepth = PolicyParameter(
    "maximumDelegationDepth",
    .integer(3),
    unit: "hops",
    "The most hops from the person or system behind a call to the identity that makes it."
  )
}

extension Policy {
  var maximumDecisionAge: Duration { duration(.maximumDecisionAge) }
  var approvalValidity: Duration { duration(.approvalValidity) }
  var maximumCallsPerMinute: Int { integer(.maximumCallsPerMinute) }
  var maximumCostPerTask: Double { decimal(.maximumCostPerTask) }
  var maximumFanOut: Int { integer(.maximumFanOut) }
  var maximumDepth: Int { integer(.maximumDepth) }
  var toolReviewInterval: Duration { duration(.toolReviewInterval) }
  var enforcementTestMaximumAge: Duration { duration(.enforcementTestMaximumAge) }
  var autoApprovalTiers: [String] { list(.autoApprovalTiers) }
  var reauthorizationWindow: Duration { duration(.reauthorizationWindow) }
  var maximumDelegationDepth: Int { integer(.maximumDelegationDepth) }
}
