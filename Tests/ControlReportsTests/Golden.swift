import Foundation
import Testing

/// Compares a document with its golden file, byte for byte.
///
/// `RECORD_GOLDENS=1` writes the files anew; where `CI` is set that is refused, so that a run in a
/// pipeline cannot pass by recording.
func expectGolden(
  _ text: String,
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name)")
  let environment = ProcessInfo.processInfo.environment
  if environment["RECORD_GOLDENS"] == "1" {
    try #require(environment["CI"] == nil, "goldens are never recorded in CI")
    try Data(text.utf8).write(to: file)
    return
  }
  let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  if Array(golden.utf8) == Array(text.utf8) { return }
  Issue.record(
    """
    \(name) differs from its golden file:
    \(difference(from: golden, to: text))
    If the change is meant: RECORD_GOLDENS=1 swift test --filter ControlReportsTests
    """,
    sourceLocation: sourceLocation
  )
}

/// The lines from the first to the last that differ, as a unified diff with a little context.
private func difference(from old: String, to new: String) -> String {
  let old = old.split(separator: "\n", omittingEmptySubsequences: false)
  let new = new.split(separator: "\n", omittingEmptySubsequences: false)
  let head = zip(old, new).prefix { $0 == $1 }.count
  let rest = min(old.count, new.count) - head
  let tail = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
  let kept = min(tail, rest)
  let removed = old[head..<(old.count - kept)].prefix(40).map { "-" + $0 }
  let added = new[head..<(new.count - kept)].prefix(40).map { "+" + $0 }
  let before = old[max(0, head - 3)..<head].map { " " + $0 }
  return (["@@ line \(head + 1) @@"] + before + removed + added).joined(separator: "\n")
}
