import ControlModel
import Foundation

/// An open file as a source.
///
/// It notices when the file changes while it is read: half an old file and half a new one is no
/// evidence.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let name: String
  private let before: stat
  private(set) var consumedCount = 0
  let packedDigest: String? = nil

  /// Opens an ordinary file.
  ///
  /// - Parameters:
  ///   - full: The file's path.
  ///   - name: How messages call it.
  ///   - offset: Where to start, in bytes.
  /// - Throws: ``Diagnostic`` with code `evidence-unreadable`.
  init(at full: String, name: String, from offset: Int = 0) throws(Diagnostic) {
    guard let (descriptor, status) = try OrdinaryFile.opened(at: full, name: name) else {
      throw Diagnostic(
        .evidenceUnreadable,
        at: Locator(path: name),
        found: "a file that went away while read",
        needed: "a folder that stays as it is",
        remedy: "run again when the collection has ended"
      )
    }
    self.descriptor = descriptor
    self.name = name
    before = status
    if offset > 0, lseek(descriptor, off_t(offset), SEEK_SET) != off_t(offset) {
      close(descriptor)
      throw OrdinaryFile.unreadable(name, "a file that cannot be read", "a file you may read")
    }
    #if canImport(Glibc)
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    #endif
  }

  deinit { close(descriptor) }

  /// The size in bytes when the file was opened.
  var sizeInBytes: Int { Int(before.st_size) }

  func read(into room: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    while true {
      let got = Foundation.read(descriptor, room.baseAddress, room.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else {
        throw OrdinaryFile.unreadable(name, "a file that cannot be read", "a file you may read")
      }
      consumedCount += got
      return got
    }
  }

  func finish() throws(Diagnostic) {
    let after = try OrdinaryFile.status(descriptor, name)
    guard consumedCount == sizeInBytes, after.st_size == before.st_size,
      OrdinaryFile.isSame(before, after)
    else { throw OrdinaryFile.changed(name) }
  }
}
