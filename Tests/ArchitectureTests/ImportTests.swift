import Foundation
import Testing

/// Each room imports only the rooms above it in the flow of evidence to decision.
struct ImportTests {
  /// The modules a room may import, ours and others.
  static let rooms: [String: Set<String>] = [
    // The indices over records are built once, whichever thread asks first.
    "Sources/ControlModel": ["Synchronization"],
    "Sources/ControlFrameworks": ["ControlModel"],
    // On Linux Foundation's XML parser, for spreadsheets, is a module of its own; a log is read,
    // digested and judged on all cores at once.
    "Sources/ControlEvidence": [
      "ControlModel", "CLibCrypto", "CLibYAML", "CZlib", "Dispatch", "Foundation",
      "FoundationXML", "Synchronization",
    ],
    "Sources/ControlTrust": ["ControlModel", "Dispatch", "Synchronization"],
    "Sources/ControlTesting": [
      "ControlModel", "ControlFrameworks", "ControlTrust", "Synchronization",
    ],
    "Sources/ControlAssessment": [
      "ControlModel", "ControlFrameworks", "ControlTesting", "Synchronization",
    ],
    // zlib for the one thing that reports compress: the members of a workbook, which is a ZIP file.
    "Sources/ControlReports": ["ControlModel", "ControlFrameworks", "CZlib"],
    "Sources/ControlsCommand": [
      "ControlModel", "ControlFrameworks", "ControlEvidence", "ControlTrust", "ControlTesting",
      "ControlAssessment", "ControlReports", "Dispatch", "Foundation", "Synchronization",
    ],
    "Sources/ControlTestingSupport": [
      "ControlModel", "ControlTesting", "ControlAssessment", "ControlEvidence", "ControlFrameworks",
      "Foundation", "Testing",
    ],
    "Sources/controls": ["ControlsCommand", "StandardControls"],
    "controls/Vocabulary": ["ControlTesting"],
    "controls/NonHumanIdentity": ["ControlTesting", "SuiteVocabulary"],
    "controls/Agentic": ["ControlTesting", "SuiteVocabulary"],
    "controls/Maestro": ["ControlTesting", "SuiteVocabulary"],
    "controls/Tenancy": ["ControlTesting", "SuiteVocabulary"],
    "controls/Accountability": ["ControlTesting", "SuiteVocabulary"],
    "controls/Lifecycle": ["ControlTesting", "SuiteVocabulary"],
    "controls/TrustChain": ["ControlTesting", "SuiteVocabulary"],
    "controls/Vendor": ["ControlTesting", "SuiteVocabulary"],
    "controls/Cybersecurity": ["ControlTesting", "SuiteVocabulary"],
    "controls/Standard": [
      "ControlTesting", "NonHumanIdentityControls", "AgenticControls", "MaestroControls",
      "TenancyControls", "AccountabilityControls", "LifecycleControls", "TrustChainControls",
      "VendorControls", "CybersecurityControls",
    ],
    "Benchmarks/Suites": ["ControlTesting"],
    "Benchmarks/Tool": ["BenchmarkControls", "ControlsCommand", "Dispatch"],
    "Benchmarks/Workloads": ["CLibCrypto", "Foundation", "Synchronization"],
    "Benchmarks/Generator": ["BenchmarkWorkloads", "Foundation"],
  ]

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: rooms.keys.sorted())
  func roomImportsOnlyWhatItMay(_ room: String) throws {
    let allowed = try #require(Self.rooms[room])
    let files = try Self.swiftFiles(in: room)
    #expect(!files.isEmpty, "\(room) holds no Swift file")
    for file in files {
      let text = try String(contentsOf: Self.root.appendingPathComponent(file), encoding: .utf8)
      for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        guard let module = Self.importedModule(line) else { continue }
        #expect(
          allowed.contains(module),
          "\(file):\(offset + 1): \(room) may not import \(module); the table of rooms is in DESIGN 6"
        )
      }
    }
  }

  @Test func everyFolderOfSourcesIsARoom() throws {
    for parent in ["Sources", "controls"] {
      let folders = try FileManager.default.contentsOfDirectory(
        at: Self.root.appendingPathComponent(parent),
        includingPropertiesForKeys: [.isDirectoryKey]
      )
      for folder in folders where folder.hasDirectoryPath {
        let name = "\(parent)/\(folder.lastPathComponent)"
        let isSystemLibrary =
          folder.lastPathComponent.hasPrefix("C") && !folder.lastPathComponent.hasPrefix("Control")
        #expect(isSystemLibrary || Self.rooms[name] != nil, "\(name) is not in the table of rooms")
      }
    }
  }

  @Test func packageHasNoDependency() throws {
    let manifest = try String(
      contentsOf: Self.root.appendingPathComponent("Package.swift"),
      encoding: .utf8
    )
    #expect(!manifest.contains(".package("))
  }

  @Test func onlyTheToolReadsTheClock() throws {
    for room in Self.rooms.keys where room != "Sources/ControlsCommand" {
      for file in try Self.swiftFiles(in: room) {
        let text = try String(contentsOf: Self.root.appendingPathComponent(file), encoding: .utf8)
        #expect(!text.contains("Date()") && !text.contains("Date.now"), "\(file) reads the clock")
      }
    }
  }

  /// The module that a line imports, whatever access or attribute stands before; `nil` for others.
  static func importedModule(_ line: Substring) -> String? {
    var words = line.split(separator: " ")
    let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    while let first = words.first, first.hasPrefix("@") || modifiers.contains(first) {
      words.removeFirst()
    }
    guard words.count >= 2, words[0] == "import" else { return nil }
    return String(words[words.count - 1].split(separator: ".")[0])
  }

  static func swiftFiles(in room: String) throws -> [String] {
    let folder = root.appendingPathComponent(room)
    let walker = FileManager.default.enumerator(atPath: folder.path)
    let names = (walker?.allObjects as? [String]) ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { "\(room)/\($0)" }
  }
}
