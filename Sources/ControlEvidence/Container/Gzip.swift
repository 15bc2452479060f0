import ControlModel

/// Unpacks a whole gzip file.
enum Gzip {
  /// The text of a packed file.
  ///
  /// - Parameters:
  ///   - bytes: The packed bytes: one member or several.
  ///   - path: The file's path, for messages.
  /// - Returns: The text of all members, one after another.
  /// - Throws: ``Diagnostic`` with code `evidence-packed` where the bytes are damaged or cut off, and
  ///   `evidence-limit` where the text is too large, or out of proportion.
  static func unpack(_ bytes: [UInt8], path: String) throws(Diagnostic) -> [UInt8] {
    do throws(GzipProblem) {
      return try unpacked(bytes)
    } catch {
      throw diagnostic(error, path: path)
    }
  }

  private static func unpacked(_ bytes: [UInt8]) throws(GzipProblem) -> [UInt8] {
    let inflater = try GzipInflater()
    var text: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 256 * 1024)
    var start = 0
    while true {
      let (step, isTooLarge) = try bytes.withUnsafeBufferPointer { input throws(GzipProblem) in
        try room.withUnsafeMutableBufferPointer { output throws(GzipProblem) in
          let rest = UnsafeBufferPointer(rebasing: input[start...])
          let step = try inflater.step(rest, into: output)
          let isTooLarge = text.count + step.produced > Limits.maximumUnpackedSizeInBytes
          if !isTooLarge { text += output[..<step.produced] }
          return (step, isTooLarge)
        }
      }
      if isTooLarge { throw .tooDense }
      start += step.consumed
      if step.consumed == 0, step.produced == 0 { break }
    }
    try inflater.finish()
    return text
  }

  /// What is wrong with a packed file, for people.
  ///
  /// - Parameters:
  ///   - problem: What is wrong.
  ///   - path: The file's path.
  /// - Returns: The diagnostic.
  static func diagnostic(_ problem: GzipProblem, path: String) -> Diagnostic {
    let (code, found): (Diagnostic.Code, String) =
      switch problem {
      case .damaged(let words): (.evidencePacked, "damaged gzip: \(words)")
      case .truncated: (.evidencePacked, "gzip that ends within a member: the file is cut off")
      case .trailing: (.evidencePacked, "bytes after the last member of the gzip file")
      case .tooManyMembers:
        (.evidenceLimit, "more than \(Limits.maximumMembersOfAnArchive) members in one gzip file")
      case .tooDense: (.evidenceLimit, "text out of proportion to its packed bytes")
      case .noMemory: (.evidenceUnreadable, "no memory to unpack the file")
      }
    let needed =
      switch code {
      case .evidenceLimit:
        "at most \(Limits.maximumUnpackedRatio) times the packed size, "
          + "and \(Limits.maximumUnpackedSizeInBytes) bytes"
      case .evidencePacked: "gzip whose checksums and lengths agree with its text"
      default: "free memory"
      }
    return Diagnostic(
      code,
      at: Locator(path: path),
      found: found,
      needed: needed,
      remedy: code == .evidenceUnreadable
        ? "close other programs and try again" : "collect the file again, or give it unpacked"
    )
  }
}
