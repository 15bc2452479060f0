public import ControlModel
import Foundation

/// A folder on disk that holds evidence: the only part of this room that touches files.
public struct EvidenceFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Names a folder.
  ///
  /// - Parameter path: The folder's path.
  public init(path: String) { self.path = path }

  /// Whether the folder is there.
  public var exists: Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  /// The names of the folders in it, in order; hidden ones are left out.
  public var folders: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { name in
      var isDirectory: ObjCBool = false
      return !name.hasPrefix(".")
        && FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isDirectory)
        && isDirectory.boolValue
    }.sorted()
  }

  /// The bytes of a file within the folder.
  ///
  /// Only ordinary files are opened: a pipe would block for ever, and a link may lead outside.
  ///
  /// - Parameter name: The file's path relative to the folder.
  /// - Returns: The bytes, or `nil` where there is no such file.
  /// - Throws: ``Diagnostic`` with code `evidence-unreadable` or `evidence-limit`.
  public func bytes(of name: String) throws(Diagnostic) -> [UInt8]? {
    try Self.bytes(at: location(of: name), name: name)
  }

  /// Where a file within the folder lies on disk.
  func location(of name: String) -> String { "\(path)/\(name)" }

  /// The bytes of an ordinary file anywhere, by the same rules.
  ///
  /// - Parameters:
  ///   - full: The file's path.
  ///   - name: How messages call it.
  /// - Returns: The bytes, or `nil` where there is no such file.
  /// - Throws: ``Diagnostic`` with code `evidence-unreadable` or `evidence-limit`.
  public static func bytes(at full: String, name: String) throws(Diagnostic) -> [UInt8]? {
    try OrdinaryFile.bytes(at: full, name: name)
  }

  /// The paths of everything in the folder that is not itself a folder, in order.
  ///
  /// - Throws: ``Diagnostic`` with code `evidence-limit` where there are too many, or one lies too
  ///   deep, and `evidence-unreadable` where a folder cannot be listed.
  public func allFiles() throws(Diagnostic) -> [String] {
    var found: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      let names = try names(in: folder)
      for name in names {
        let relative = folder.isEmpty ? name : "\(folder)/\(name)"
        let type = (try? FileManager.default.attributesOfItem(atPath: "\(path)/\(relative)"))?[
          .type
        ]
        if type as? FileAttributeType == .typeDirectory {
          pending.append(relative)
        } else {
          found.append(relative)
        }
        if relative.utf8.count > Limits.maximumPathLengthInBytes {
          throw Diagnostic(
            .evidenceLimit,
            at: Locator(path: String(relative.prefix(80)) + "…"),
            found: "a path of \(relative.utf8.count) bytes",
            needed: "at most \(Limits.maximumPathLengthInBytes)",
            remedy: "flatten the folders"
          )
        }
        if found.count + pending.count > Limits.maximumFiles {
          throw Diagnostic(
            .evidenceLimit,
            at: Locator(path: relative),
            found: "more than \(Limits.maximumFiles) files",
            needed: "fewer files",
            remedy: "join small files, or split the subject"
          )
        }
      }
    }
    return found.sorted()
  }

  /// A folder that nobody can look into may hold anything: it is never taken for an empty one.
  private func names(in folder: String) throws(Diagnostic) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
    else {
      throw Diagnostic(
        .evidenceUnreadable,
        at: Locator(path: folder.isEmpty ? path : folder),
        found: "a folder that cannot be listed",
        needed: "a folder you may read",
        remedy: "check its permissions"
      )
    }
    return names
  }
}
