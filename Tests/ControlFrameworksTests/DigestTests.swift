import ControlFrameworks
import ControlModel
import Testing

/// Official ids and titles cannot change by accident: each catalogue's are pinned by a digest.
struct DigestTests {
  struct Pin: Sendable, CustomTestStringConvertible {
    let framework: FrameworkID
    let digest: String

    init(_ framework: FrameworkID, _ digest: String) {
      self.framework = framework
      self.digest = digest
    }

    var testDescription: String { framework.name }
  }

  static let pins = [
    Pin(.nhi, "eae0fb47f7a1a414"),
    Pin(.asi, "63e46b861d9e0ac3"),
    Pin(.agenticThreats, "b63600a7c4084ae6"),
    Pin(.csf, "83c159c87aa720eb"),
    Pin(.csf11, "19cdb6d2238cdfcc"),
    Pin(.aiRMF, "3bfdd80aa3912c7c"),
    Pin(.ai600, "bd0da42bba06142b"),
    Pin(.maestro, "2d5913b0a47f1c2e"),
    Pin(.sp80053, "64465ced58a82b5c"),
    Pin(.sp80063, "2348152b76ab917d"),
    Pin(.sp800207, "29377627b1b03053"),
    Pin(.iso42001, "34f7363f3d917bb9"),
    Pin(.aicm, "6019e5799021bab1"),
  ]

  @Test func coversEveryFramework() {
    #expect(Self.pins.map(\.framework) == Catalogs.frameworks)
  }

  /// Where this fails, compare the catalogue with its publisher before changing the pin.
  @Test(arguments: pins)
  func idsAndTitlesAreThoseReviewed(_ pin: Pin) throws {
    let catalog = try #require(Catalogs.catalog(pin.framework))
    let lines = catalog.items.map { "\($0.requirement.id)\t\($0.title)\n" }
    #expect(fnv1a(lines.joined()) == pin.digest)
  }

  /// FNV-1a of 64 bits over UTF-8, in hexadecimal.
  private func fnv1a(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
