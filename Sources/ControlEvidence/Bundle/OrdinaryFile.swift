import ControlModel
import Foundation

/// Reads ordinary files and nothing else, and notices when one changes while it is read.
///
/// A pipe would block for ever, a link may lead outside, a device never ends. What is opened is looked
/// at again through its descriptor, so that nobody can put something else in its place in between.
enum OrdinaryFile {
  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - full: The file's path.
  ///   - name: How messages call it.
  ///   - afterOpening: Called once the file is open; tests change it there.
  /// - Returns: The bytes, or `nil` where there is no such file.
  /// - Throws: ``Diagnostic`` with code `evidence-unreadable` or `evidence-limit`.
  static func bytes(
    at full: String,
    name: String,
    afterOpening: () -> Void = {}
  ) throws(Diagnostic) -> [UInt8]? {
    guard let (descriptor, before) = try opened(at: full, name: name) else { return nil }
    defer { close(descriptor) }
    let size = Int(before.st_size)
    guard size <= Limits.maximumFileSizeInBytes else {
      throw Diagnostic(
        .evidenceLimit,
        at: Locator(path: name),
        found: "\(size) bytes",
        needed: "at most \(Limits.maximumFileSizeInBytes) bytes",
        remedy: "split the export"
      )
    }
    afterOpening()
    let bytes = try contents(descriptor, size: size, name)
    let after = try status(descriptor, name)
    guard bytes.count == size, Int(after.st_size) == size, isSame(before, after) else {
      throw changed(name)
    }
    return bytes
  }

  /// Opens a file for reading.
  ///
  /// - Parameters:
  ///   - full: The file's path.
  ///   - name: How messages call it.
  /// - Returns: The descriptor, which the caller closes, and what the system says of the file; `nil`
  ///   where there is no such file.
  /// - Throws: ``Diagnostic`` with code `evidence-unreadable`.
  static func opened(
    at full: String,
    name: String
  ) throws(Diagnostic) -> (descriptor: Int32, status: stat)? {
    guard !full.utf8.contains(0) else { return nil }
    let descriptor = open(full, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: return nil
      case ELOOP: throw special(name, "a symbolic link")
      case ENXIO, ENODEV: throw special(name, "something that is no ordinary file")
      case ENAMETOOLONG: throw unreadable(name, "a name that is too long", "a shorter name")
      default: throw unreadable(name, "a file that cannot be opened", "a file you may read")
      }
    }
    do throws(Diagnostic) {
      let found = try status(descriptor, name)
      guard found.st_mode & S_IFMT == S_IFREG else {
        throw special(name, "something that is no ordinary file")
      }
      return (descriptor, found)
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func contents(
    _ descriptor: Int32,
    size: Int,
    _ name: String
  ) throws(Diagnostic) -> [UInt8] {
    var failed = false
    // One byte more than there should be, so that a file that grew is noticed.
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < buffer.count {
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw unreadable(name, "a file that cannot be read", "a file you may read") }
    return bytes
  }

  /// What the system says of an open file.
  static func status(_ descriptor: Int32, _ name: String) throws(Diagnostic) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw unreadable(name, "a file that cannot be looked at", "an ordinary file")
    }
    return status
  }

  /// Whether a file was not written between two looks at it.
  static func isSame(_ before: stat, _ after: stat) -> Bool {
    #if canImport(Darwin)
    let (one, other) = (before.st_mtimespec, after.st_mtimespec)
    #else
    let (one, other) = (before.st_mtim, after.st_mtim)
    #endif
    return one.tv_sec == other.tv_sec && one.tv_nsec == other.tv_nsec
  }

  /// What is told of a file that changed while it was read.
  static func changed(_ name: String) -> Diagnostic {
    unreadable(name, "a file that changed while it was read", "a folder that stays as it is")
  }

  private static func special(_ name: String, _ found: String) -> Diagnostic {
    Diagnostic(
      .evidenceUnreadable,
      at: Locator(path: name),
      found: found,
      needed: "an ordinary file within the folder",
      remedy: "copy the file itself into the folder"
    )
  }

  /// What is told of a file that cannot be read.
  static func unreadable(_ name: String, _ found: String, _ needed: String) -> Diagnostic {
    Diagnostic(
      .evidenceUnreadable,
      at: Locator(path: name),
      found: found,
      needed: needed,
      remedy: "check its permissions, and run again when the collection has ended"
    )
  }
}
