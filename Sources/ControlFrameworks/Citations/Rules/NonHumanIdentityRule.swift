import ControlModel

/// OWASP NHI Top 10: `NHI7:2025`, written NHI7, NHI-07, nhi 7, or 7 in its context.
struct NonHumanIdentityRule: CitationRule {
  let frameworks: [FrameworkID] = [.nhi]
  let weighsMeaning = true

  func answer(to citation: Citation) -> RuleAnswer? {
    guard let number = citation.number(after: ["NHI"], in: .nhi) else { return nil }
    var notes: [String] = []
    if citation.numbers.count == 2, citation.numbers[1] != 2025 {
      notes.append("The list has one edition, that of 2025.")
    }
    if number == 3 {
      notes.append("Where rotation is meant, the items are NHI7:2025 and NHI1:2025.")
    }
    guard citation.numbers.count <= 2,
      let reading = citation.reading(.nhi(number), note: notes.joined(separator: " "))
    else {
      return .noSuchItem(
        note: "The list has ten risks, NHI1:2025 to NHI10:2025.",
        suggestions: [.nhi(1), .nhi(10)]
      )
    }
    return .items([reading])
  }

  let topics: [Topic] = [
    Topic(
      "rotat",
      "long lived",
      "static secret",
      "static key",
      is: [.nhi(7), .nhi(1)],
      because: "rotation ends long-lived secrets, and the one replaced has to be revoked"
    ),
    Topic(
      "third party",
      "vendor",
      "supplier",
      "partner",
      "tool issued",
      is: [.nhi(3)],
      because: "the identity is held or issued by an outside party"
    ),
    Topic(
      "access governance",
      "privilege",
      "overprivileged",
      "permission",
      "entitlement",
      is: [.nhi(5)],
      because: "it is about how much an identity may do"
    ),
    Topic(
      "revo",
      "offboard",
      "deprovision",
      "lifecycle",
      "life cycle",
      "orphan",
      is: [.nhi(1)],
      because: "an identity has to end when its need ends"
    ),
    Topic(
      "leak",
      "exposed secret",
      "hardcoded",
      "hard coded",
      is: [.nhi(2)],
      because: "a secret is where it should not be"
    ),
    Topic(
      "weak authentication",
      "insecure authentication",
      is: [.nhi(4)],
      because: "it is about how software proves who it is"
    ),
    Topic(
      "ci cd",
      "pipeline",
      "oidc trust",
      is: [.nhi(6)],
      because: "it is about how deployment reaches the cloud"
    ),
    Topic(
      "environment isolation",
      "test and production",
      is: [.nhi(8)],
      because: "one identity must not work in two environments"
    ),
    Topic(
      "reuse",
      "shared identit",
      "shared credential",
      "shared service account",
      is: [.nhi(9)],
      because: "several workloads use one identity"
    ),
    Topic(
      "human use",
      "people use",
      "interactive use",
      is: [.nhi(10)],
      because: "people work through a machine identity"
    ),
  ]
}
