public import ControlModel

/// Checks profiles before anything runs.
///
/// A control that no suite has is no problem here: it holds the profile when it is decided on.
public enum ProfileCheck {
  /// The problems of profiles, in order; empty where they may be asked for.
  ///
  /// - Parameter profiles: The profiles.
  /// - Returns: One diagnostic for each problem, with code `suite-malformed`.
  public static func problems(of profiles: [Profile]) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var names: Set<String> = ["all"]
    for profile in profiles {
      func note(_ found: String, _ needed: String) {
        problems.append(
          Diagnostic(.suiteMalformed, found: found, needed: needed, remedy: "mend the profile")
        )
      }
      if profile.name.isEmpty || !names.insert(profile.name).inserted {
        note("the profile \"\(profile.name)\"", "a name of its own, and not \"all\"")
      }
      if profile.controls.isEmpty { note("\(profile.name) without controls", "at least one") }
      var ids: Set<String> = []
      for id in profile.controls where !ids.insert(id).inserted {
        note("\(id) twice in \(profile.name)", "each control once")
      }
    }
    return problems
  }
}
