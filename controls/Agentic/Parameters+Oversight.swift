import ControlTesting

extension PolicyParameter {
  static let approverCourses = PolicyParameter(
    "approverCourses",
    .list(["agent-oversight"]),
    "The courses of which a person who approves agents' actions has passed one."
  )
  static let trainingMaximumAge = PolicyParameter(
    "trainingMaximumAge",
    .duration(.days(365)),
    "How long a course shows that a person is trained."
  )
  static let minimumReviewTime = PolicyParameter(
    "minimumReviewTime",
    .duration(.seconds(10)),
    "The least time that a person looks at a request before approving it, in half of all cases."
  )
  static let maximumApprovalsPerHour = PolicyParameter(
    "maximumApprovalsPerHour",
    .integer(30),
    unit: "approvals",
    "The most requests that one person decides on in any hour."
  )
  static let minimumRefusalRate = PolicyParameter(
    "minimumRefusalRate",
    .decimal(0.01),
    unit: "ratio",
    "The smallest share of requests that a person who decides on many refuses or changes."
  )
  static let concernAcknowledgementLimit = PolicyParameter(
    "concernAcknowledgementLimit",
    .duration(.days(7)),
    "The longest time from a concern about an agent to the answer that it was received."
  )
}

extension Policy {
  var approverCourses: [String] { list(.approverCourses) }
  var trainingMaximumAge: Duration { duration(.trainingMaximumAge) }
  var minimumReviewTime: Duration { duration(.minimumReviewTime) }
  var maximumApprovalsPerHour: Int { integer(.maximumApprovalsPerHour) }
  var minimumRefusalRate: Double { decimal(.minimumRefusalRate) }
  var concernAcknowledgementLimit: Duration { duration(.concernAcknowledgementLimit) }
}
