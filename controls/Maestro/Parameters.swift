import ControlTesting

extension PolicyParameter {
  static let threatModelMaximumAge = PolicyParameter(
    "threatModelMaximumAge",
    .duration(.days(180)),
    "How old the decision on a threat of the threat model may be."
  )
  static let modelEvaluationMaximumAge = PolicyParameter(
    "modelEvaluationMaximumAge",
    .duration(.days(180)),
    "How old the tests of a model's version may be."
  )
  static let modelEvaluationTopics = PolicyParameter(
    "modelEvaluationTopics",
    .list(["adversarial", "backdoor", "extraction", "privacy"]),
    "The topics on which each model in use must be tested."
  )
  static let minimumModelResistance = PolicyParameter(
    "minimumModelResistance",
    .decimal(0.9),
    unit: "ratio",
    "The smallest share of attacks that a model must withstand in a test."
  )
  static let restoreTestMaximumAge = PolicyParameter(
    "restoreTestMaximumAge",
    .duration(.days(180)),
    "How old the last restore test of a data store may be."
  )
  static let readOnlyActions = PolicyParameter(
    "readOnlyActions",
    .list([
      "*.get", "*.list", "*.read", "*:BatchGet*", "*:Describe*", "*:Get*", "*:Head*", "*:List*",
      "*:Query", "*:Read*", "*:Scan", "*:Select", "*:get", "*:list", "*:query", "*:read",
      "*:search", "*:watch", "get", "list", "query", "read", "search", "select", "watch",
    ]),
    "The actions that read and never change: a right to any other action on a store is a right to write."
  )
  static let evaluationMaximumAge = PolicyParameter(
    "evaluationMaximumAge",
    .duration(.days(30)),
    "How long a test of an agent, model, prompt or store shows how it behaves."
  )
  static let frameworkEvaluationTopics = PolicyParameter(
    "frameworkEvaluationTopics",
    .list(["evasion", "input-validation"]),
    "The topics on which each agent's running version must be tested."
  )
  static let minimumEvasionResistance = PolicyParameter(
    "minimumEvasionResistance",
    .decimal(0.95),
    unit: "ratio",
    "The smallest share of attempts that an agent's input handling and limits must withstand."
  )
  static let appendOnlyActions = PolicyParameter(
    "appendOnlyActions",
    .list([
      "*:Append*", "*:CreateLogStream", "*:PutLogEvents", "*:PutTraceSegments", "*:append",
      "*:emit", "append", "emit",
    ]),
    "The actions that add to a log and never change what it holds."
  )
  static let securityAgentEvaluationTopics = PolicyParameter(
    "securityAgentEvaluationTopics",
    .list(["bias", "evasion", "explainability"]),
    "The topics on which each AI that is used as a security control must be tested."
  )
}

extension Policy {
  var threatModelMaximumAge: Duration { duration(.threatModelMaximumAge) }
  var modelEvaluationMaximumAge: Duration { duration(.modelEvaluationMaximumAge) }
  var modelEvaluationTopics: [String] { list(.modelEvaluationTopics) }
  var minimumModelResistance: Double { decimal(.minimumModelResistance) }
  var restoreTestMaximumAge: Duration { duration(.restoreTestMaximumAge) }
  var readOnlyActions: [String] { list(.readOnlyActions) }
  var evaluationMaximumAge: Duration { duration(.evaluationMaximumAge) }
  var frameworkEvaluationTopics: [String] { list(.frameworkEvaluationTopics) }
  var minimumEvasionResistance: Double { decimal(.minimumEvasionResistance) }
  var appendOnlyActions: [String] { list(.appendOnlyActions) }
  var securityAgentEvaluationTopics: [String] { list(.securityAgentEvaluationTopics) }
}
