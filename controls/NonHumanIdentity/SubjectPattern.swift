/// The subject claim that a federated trust accepts, with or without wildcards.
///
/// Shapes it knows: `repo:owner/name:…` (GitHub) and `project_path:group/project:…` (GitLab). Of
/// any other shape only an exact subject names its source.
struct SubjectPattern {
  private let text: String

  init(_ text: String) { self.text = text }

  /// Whether nobody outside one named repository, project or workload matches.
  var namesItsSource: Bool {
    guard let wildcard = text.firstIndex(where: { $0 == "*" || $0 == "?" }) else {
      return !text.isEmpty
    }
    // Only what stands before the first wildcard limits anything, and only up to a whole segment:
    // `repo:larkspur/claims*` also matches `repo:larkspur/claims-of-mallory`.
    let segments = text[..<wildcard].split(separator: ":", omittingEmptySubsequences: false)
    guard segments.count >= 3, segments[0] == "repo" || segments[0] == "project_path" else {
      return false
    }
    let names = segments[1].split(separator: "/", omittingEmptySubsequences: false)
    return names.count >= 2 && names.allSatisfy { !$0.isEmpty }
  }
}
