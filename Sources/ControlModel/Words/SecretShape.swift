/// Finds text that has the shape of a live secret: a token with a known prefix, a signed token, a
/// private key, a password in an address or an assignment.
///
/// Findings and diagnostics withhold such text however it came into the evidence, so that no report,
/// log or message carries it. Ids that name a key without opening anything, such as an access key id,
/// and digests are no secrets.
public enum SecretShape {
  /// What stands where a secret stood.
  public static let placeholder = "[withheld]"

  /// The text without what has the shape of a secret.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The text itself where nothing has.
  /// - Complexity: O(*n*) in the length of the text.
  public static func withheld(_ text: String) -> String {
    replaced(text) { _ in placeholder }
  }

  /// The text with each secret replaced.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - replacement: What stands for a secret; called with each.
  /// - Returns: The text itself where nothing has the shape of a secret.
  public static func replaced(
    _ text: String,
    by replacement: (Substring) -> String
  ) -> String {
    guard text.utf8.count >= shortest else { return text }
    let ranges = Array(text.utf8).withUnsafeBufferPointer { bytes -> [Range<Int>] in
      var scanner = SecretScanner(bytes)
      return scanner.ranges()
    }
    if ranges.isEmpty { return text }
    var result = ""
    var end = text.utf8.startIndex
    for range in ranges {
      let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
      let stop = text.utf8.index(start, offsetBy: range.count)
      result += text[end..<start]
      result += replacement(text[start..<stop])
      end = stop
    }
    return result + text[end...]
  }

  /// Whether a text holds something that has the shape of a secret.
  public static func isIn(_ text: String) -> Bool { withheld(text) != text }

  /// Below this many bytes nothing is looked for.
  private static let shortest = 10

  /// Prefixes of tokens, and how many characters must follow for one to be live.
  static let prefixes: [(text: StaticString, minimum: Int)] = [
    ("ghp_", 30), ("gho_", 30), ("ghu_", 30), ("ghs_", 30), ("ghr_", 30), ("github_pat_", 20),
    ("glpat-", 18), ("gldt-", 18), ("glrt-", 18), ("glcbt-", 18), ("glptt-", 18), ("glsoat-", 18),
    ("xoxb-", 10), ("xoxp-", 10), ("xoxa-", 10), ("xoxr-", 10), ("xoxs-", 10), ("xoxe-", 10),
    ("xoxc-", 10), ("xoxd-", 10), ("xapp-", 10), ("sk-ant-", 20), ("sk-proj-", 20),
    ("sk-svcacct-", 20), ("sk-admin-", 20), ("sk-", 32), ("sk_live_", 16), ("sk_test_", 16),
    ("rk_live_", 16), ("rk_test_", 16), ("whsec_", 20), ("AIza", 30), ("GOCSPX-", 20),
    ("ya29.", 20), ("npm_", 30), ("pypi-", 40), ("hvs.", 20), ("hvb.", 20), ("hvr.", 20),
    ("dop_v1_", 40), ("doo_v1_", 40), ("dor_v1_", 40), ("shpat_", 30), ("shpca_", 30),
    ("shppa_", 30), ("shpss_", 30), ("dapi", 32), ("hf_", 30), ("lin_api_", 30), ("ATATT3", 40),
    ("ATCTT3", 40), ("AGE-SECRET-KEY-1", 40), ("glsa_", 30), ("glc_", 30), ("NRAK-", 20),
    ("PMAK-", 30), ("SG.", 40), ("sbp_", 30), ("dp.pt.", 30), ("dp.st.", 30), ("tskey-", 20),
    ("pul-", 40), ("rubygems_", 40), ("sq0csp-", 40), ("sq0atp-", 20), ("FwoGZXIvYXdzE", 40),
    ("IQoJb3JpZ2lu", 40), ("xkeysib-", 40), ("r8_", 30), ("gsk_", 40), ("xai-", 40),
    ("pplx-", 40), ("nvapi-", 40), ("lsv2_pt_", 30), ("fo1_", 40), ("figd_", 30),
  ]
}
