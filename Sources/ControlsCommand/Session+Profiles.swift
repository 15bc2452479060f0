import ControlModel

extension Session {
  /// The word for all profiles at once.
  private static let every = "all"

  /// The profiles that `--profile` names, in the tool's order, each once; none where it was not given.
  ///
  /// - Throws: ``UsageProblem`` where the tool has no such profile.
  func wantedProfiles() throws -> [Profile] {
    let words = arguments.all("profile")
    let known = profiles.map(\.name)
    for word in words where word != Self.every && !known.contains(word) {
      throw UsageProblem.unknown("profile", word, among: known + [Self.every])
    }
    return words.contains(Self.every) ? profiles : profiles.filter { words.contains($0.name) }
  }

  /// Whether results have all profiles that `--profile` names.
  ///
  /// - Parameters:
  ///   - results: The results of a file.
  ///   - path: The file's path.
  /// - Throws: ``UsageProblem`` where one is lacking: it was not judged, and cannot be now.
  func expectProfiles(in results: AssessmentResults, at path: String) throws {
    let present = results.profiles.map(\.name)
    for profile in try wantedProfiles() where !present.contains(profile.name) {
      throw UsageProblem(
        "\(path) has no profile \(profile.name): run controls test --profile \(profile.name)"
      )
    }
  }

  /// What was asked of results: the decision of the profiles that `--profile` names, else the whole's.
  func askedDecision(of results: AssessmentResults) throws -> GateDecision {
    let wanted = try wantedProfiles()
    return wanted.map { results.decision(of: $0.name) }.max() ?? results.decision
  }
}

extension CommandOption {
  /// The option of every command that decides.
  static let profile = CommandOption(
    "profile",
    "NAME",
    "decide by this profile, \"all\" for each; may be repeated (controls list profiles)"
  )
}
