public import ControlTesting

extension Deviation {
  /// What a check threw, as a deviation: itself where it is one; else that nobody can judge, which
  /// must not read as good.
  ///
  /// For folds that judge what they gathered one by one, where a thrown error would hide the others.
  ///
  /// - Parameter error: What was thrown.
  public init(thrown error: any Error) {
    self =
      error as? Deviation
      ?? Deviation("judgement", expected: "possible on this evidence", observed: "\(error)")
  }
}
