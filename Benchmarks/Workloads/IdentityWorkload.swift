import Foundation

/// W1: identities, four credentials for each five of them, and three grants for each ten.
///
/// About 730 bytes of JSON for each identity.
struct IdentityWorkload {
  /// The ids of the controls that the answers are for.
  static let controls = (1...9).map { "ID-\($0)" }

  let workload: Workload

  init(_ workload: Workload) { self.workload = workload }

  /// Writes the evidence of one environment.
  func write(in evidence: URL) throws -> Answers {
    var bundle = Bundle("identities", kind: "environment", in: evidence)
    var answers = workload.answers(Self.controls)
    let size = workload.size
    let (seed, factor) = (workload.seed, workload.faultFactor)
    try write("identity/nhi-inventory.json", "nhi-inventory", size, &bundle, &answers) {
      IdentityDraft(seed: seed, factor: factor, index: $0).write(to: &$1, noting: &$2)
    }
    try write(
      "identity/iam-credential-report.json",
      "iam-credential-report",
      size * 4 / 5,
      &bundle,
      &answers
    ) {
      CredentialDraft(seed: seed, factor: factor, index: $0).write(to: &$1, noting: &$2)
    }
    try write(
      "identity/oauth-grant-list.json",
      "oauth-grant-list",
      size * 3 / 10,
      &bundle,
      &answers
    ) {
      GrantDraft(seed: seed, factor: factor, index: $0).write(to: &$1, noting: &$2)
    }
    try bundle.finish()
    return answers
  }

  private func write(
    _ path: String,
    _ kind: String,
    _ count: Int,
    _ bundle: inout Bundle,
    _ answers: inout Answers,
    record: @Sendable (Int, inout ObjectText, inout Answers) -> Void
  ) throws {
    let file = try bundle.file(path, of: kind)
    try file.write(Array("[\n".utf8))
    let workload = workload
    try ParallelParts.run(count: count) { range in
      var text = ObjectText()
      var part = workload.answers(Self.controls)
      for index in range {
        text.begin()
        record(index, &text, &part)
        text.end(terminator: index == count - 1 ? "\n" : ",\n")
      }
      return (text.bytes, part)
    } take: { bytes, part in
      try file.write(bytes)
      answers.merge(part)
    }
    try file.write(Array("]\n".utf8))
    try bundle.close(file, recordCount: count)
    answers.records[kind] = count
  }
}
