import ControlTesting

extension PolicyParameter {
  static let facilityReviewLimit = PolicyParameter(
    "facilityReviewLimit",
    .duration(.days(7)),
    "The longest time from a refusal, visit or alarm at a site to its review."
  )
  static let awarenessCourses = PolicyParameter(
    "awarenessCourses",
    .list(["ai-awareness", "security-awareness"]),
    "The courses that every active person must have passed."
  )
  static let specialisedRoles = PolicyParameter(
    "specialisedRoles",
    .list(["access-reviewer", "agent-approver", "identity-owner", "platform-engineer"]),
    "The roles whose holders need the role's own course."
  )
  static let roleCourseGrace = PolicyParameter(
    "roleCourseGrace",
    .duration(.days(0)),
    "How long after starting in a specialised role its course may be passed."
  )
  static let keyRotationLimit = PolicyParameter(
    "keyRotationLimit",
    .duration(.days(365)),
    "The longest time from one rotation of a store's own key to the next."
  )
  static let backupMaximumAge = PolicyParameter(
    "backupMaximumAge",
    .duration(.days(1)),
    "How old the last good backup may be where it has no interval of its own."
  )
  static let restoreTestInterval = PolicyParameter(
    "restoreTestInterval",
    .duration(.days(180)),
    "The longest time from one restore test of a backup to the next."
  )
  static let driftLimit = PolicyParameter(
    "driftLimit",
    .duration(.days(7)),
    "How long a configuration may differ from its baseline."
  )
  static let urgentPatchLimit = PolicyParameter(
    "urgentPatchLimit",
    .duration(.days(14)),
    "How long a critical, high, unrated or exploited vulnerability with a fix may stay open."
  )
  static let patchLimit = PolicyParameter(
    "patchLimit",
    .duration(.days(60)),
    "How long any other vulnerability with a fix may stay open."
  )
  static let requiredGates = PolicyParameter(
    "requiredGates",
    .list(["secret-scan", "unit-tests"]),
    "The gates that each released revision must have passed."
  )
}
