import ControlTesting

extension PolicyParameter {
  static let taskGracePeriod = PolicyParameter(
    "taskGracePeriod",
    .duration(.minutes(5)),
    "How long a task's credential may outlive its task."
  )
  static let maximumAgentGrantDuration = PolicyParameter(
    "maximumAgentGrantDuration",
    .duration(.hours(8)),
    "The longest time from a grant to an agent to its end, beyond which the access is standing."
  )
  static let maximumAgentTokenLifetime = PolicyParameter(
    "maximumAgentTokenLifetime",
    .duration(.minutes(60)),
    "The longest life of a credential that is issued to an agent or workload."
  )
  static let reevaluationInterval = PolicyParameter(
    "reevaluationInterval",
    .duration(.minutes(15)),
    "The longest time in a session from one decision to the next."
  )
  static let requiredDecisionInputs = PolicyParameter(
    "requiredDecisionInputs",
    .list(["task", "dataSensitivity", "environment", "destination"]),
    "The inputs that each authorisation decision must have and its policy must use."
  )
  static let maximumWorkloadIdentityLifetime = PolicyParameter(
    "maximumWorkloadIdentityLifetime",
    .duration(.minutes(60)),
    "The longest life of the documents that prove a workload's identity."
  )
  static let workloadTrustDomains = PolicyParameter(
    "workloadTrustDomains",
    .list([]),
    "The trust domains whose workload identities are known."
  )
}

extension Policy {
  var taskGracePeriod: Duration { duration(.taskGracePeriod) }
  var maximumAgentGrantDuration: Duration { duration(.maximumAgentGrantDuration) }
  var maximumAgentTokenLifetime: Duration { duration(.maximumAgentTokenLifetime) }
  var reevaluationInterval: Duration { duration(.reevaluationInterval) }
  var requiredDecisionInputs: [String] { list(.requiredDecisionInputs) }
  var maximumWorkloadIdentityLifetime: Duration { duration(.maximumWorkloadIdentityLifetime) }
  var workloadTrustDomains: [String] { list(.workloadTrustDomains) }
}
