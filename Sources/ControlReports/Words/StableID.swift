import ControlModel

/// Names for parts of a document that come out the same on every run.
///
/// The name's parts, each followed by a zero byte, are folded by FNV-1a into 128 bits. This is a
/// label and no proof: somebody who chooses a name can make two of them meet. So an identifier is
/// made of the run, the subject, the control and a position, never of a record's own text.
struct StableID: Hashable {
  private var high: UInt64 = 0x6c62_272e_07bb_0142
  private var low: UInt64 = 0x62b8_2175_6295_c58d

  init(_ parts: [String]) { self.init(bytes: parts.flatMap { Array($0.utf8) + [0] }) }

  init(bytes: [UInt8]) { for byte in bytes { fold(byte) } }

  /// One step of FNV-1a; the prime of 128 bits is 2^88 + 0x13B.
  private mutating func fold(_ byte: UInt8) {
    low ^= UInt64(byte)
    let product = low.multipliedFullWidth(by: 0x13B)
    high = high &* 0x13B &+ product.high &+ (low << 24)
    low = product.low
  }

  /// The 128 bits as 32 hexadecimal digits.
  var digits: String { Self.padded(high) + Self.padded(low) }

  /// The bits in the form of a UUID of version 5, the version that OSCAL asks of names.
  ///
  /// Versions 4 and 5 are all that OSCAL's schema takes. The bits are not of SHA-1, as RFC 9562
  /// has it for version 5; nothing that reads a UUID can tell.
  var uuid: String {
    let top = Array(Self.padded(high & 0xFFFF_FFFF_FFFF_0FFF | 0x5000))
    let rest = Array(Self.padded(low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000))
    return [top[0..<8], top[8..<12], top[12..<16], rest[0..<4], rest[4..<16]]
      .map { String($0) }.joined(separator: "-")
  }

  private static func padded(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension AssessmentResults {
  /// An identifier for a part of this run's documents, by the names that lead to it.
  func id(_ parts: String...) -> String {
    StableID([toolVersion, asOf.description, policyDigest, waiversDigest, filter ?? ""] + parts)
      .uuid
  }
}

/// Fingerprints of findings that stay the same from run to run, and differ within one.
///
/// A tool that follows findings over time knows one again by its subject, control, record and
/// attribute. Where two agree, by accident or by somebody's design, the later one is numbered, so
/// that none hides another.
struct Fingerprints {
  private var counts: [StableID: Int] = [:]

  /// The fingerprint of a finding, as 32 hexadecimal digits.
  mutating func next(_ finding: Finding) -> String {
    next([finding.subject, finding.control, finding.recordType, finding.record, finding.attribute])
  }

  /// The fingerprint of a control's result for a subject.
  mutating func next(_ verdict: Verdict) -> String {
    next([verdict.subject.subject.id, verdict.control.id])
  }

  private mutating func next(_ parts: [String]) -> String {
    let id = StableID(parts)
    let count = counts[id, default: 0]
    counts[id] = count + 1
    return count == 0 ? id.digits : StableID([id.digits, String(count)]).digits
  }
}
