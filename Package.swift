// swift-tools-version: 6.2

import PackageDescription

/// Rooms and their arrows.
///
/// `Tests/ArchitectureTests` holds the `import` lines to the same table.
let package = Package(
  name: "swift-control-testing",
  products: [
    .executable(name: "controls", targets: ["controls"]),
    .library(name: "ControlTesting", targets: ["ControlTesting"]),
    .library(name: "ControlsCommand", targets: ["ControlsCommand"]),
    .library(name: "ControlTestingSupport", targets: ["ControlTestingSupport"]),
    .library(name: "StandardControls", targets: ["StandardControls"]),
  ],
  targets: [
    // System libraries: cryptography, inflate and YAML are never written by hand (DESIGN 2.1).
    .systemLibrary(
      name: "CLibCrypto",
      pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
    ),
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),

    // Rooms.
    .target(name: "ControlModel", exclude: ["Records/evidence-kinds.csv", "Records/meanings.csv"]),
    .target(name: "ControlFrameworks", dependencies: ["ControlModel"]),
    .target(
      name: "ControlEvidence",
      dependencies: ["ControlModel", "CLibCrypto", "CLibYAML", "CZlib"]
    ),
    .target(name: "ControlTrust", dependencies: ["ControlModel"]),
    .target(
      name: "ControlTesting",
      dependencies: ["ControlModel", "ControlFrameworks", "ControlTrust"]
    ),
    .target(
      name: "ControlAssessment",
      dependencies: ["ControlModel", "ControlFrameworks", "ControlTesting"]
    ),
    .target(
      name: "ControlReports",
      dependencies: ["ControlModel", "ControlFrameworks", "CZlib"]
    ),
    .target(
      name: "ControlsCommand",
      dependencies: [
        "ControlModel", "ControlFrameworks", "ControlEvidence", "ControlTrust", "ControlTesting",
        "ControlAssessment", "ControlReports",
      ]
    ),
    .target(
      name: "ControlTestingSupport",
      dependencies: ["ControlModel", "ControlTesting", "ControlAssessment", "ControlEvidence"]
    ),

    // The standard suites, one target for each family, and the one list of them.
    suites("SuiteVocabulary", path: "controls/Vocabulary", vocabulary: []),
    suites("NonHumanIdentityControls", path: "controls/NonHumanIdentity"),
    suites("AgenticControls", path: "controls/Agentic"),
    suites("MaestroControls", path: "controls/Maestro"),
    suites("TenancyControls", path: "controls/Tenancy"),
    suites("AccountabilityControls", path: "controls/Accountability"),
    suites("LifecycleControls", path: "controls/Lifecycle"),
    suites("TrustChainControls", path: "controls/TrustChain"),
    suites("VendorControls", path: "controls/Vendor"),
    suites("CybersecurityControls", path: "controls/Cybersecurity"),
    .target(
      name: "StandardControls",
      dependencies: [
        "ControlTesting", "NonHumanIdentityControls", "AgenticControls", "MaestroControls",
        "TenancyControls", "AccountabilityControls", "LifecycleControls", "TrustChainControls",
        "VendorControls", "CybersecurityControls",
      ],
      path: "controls/Standard"
    ),
    .executableTarget(name: "controls", dependencies: ["ControlsCommand", "StandardControls"]),

    // What is measured, and the data it is measured on (Benchmarks/README.md).
    suites("BenchmarkControls", path: "Benchmarks/Suites", vocabulary: []),
    .executableTarget(
      name: "benchmark-controls",
      dependencies: ["ControlsCommand", "BenchmarkControls"],
      path: "Benchmarks/Tool"
    ),
    .target(name: "BenchmarkWorkloads", dependencies: ["CLibCrypto"], path: "Benchmarks/Workloads"),
    .executableTarget(
      name: "benchmark-data",
      dependencies: ["BenchmarkWorkloads"],
      path: "Benchmarks/Generator"
    ),

    // Tests.
    .testTarget(name: "ArchitectureTests"),
    .testTarget(
      name: "ControlModelTests",
      dependencies: ["ControlModel", "ControlTestingSupport"]
    ),
    .testTarget(
      name: "ControlFrameworksTests",
      dependencies: ["ControlModel", "ControlFrameworks", "ControlTesting", "StandardControls"]
    ),
    .testTarget(
      name: "ControlEvidenceTests",
      dependencies: ["ControlModel", "ControlEvidence", "ControlTestingSupport", "CZlib"],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "ControlTrustTests",
      dependencies: ["ControlEvidence", "ControlModel", "ControlTestingSupport", "ControlTrust"]
    ),
    .testTarget(name: "ControlTestingTests", dependencies: ["ControlModel", "ControlTesting"]),
    .testTarget(
      name: "ControlAssessmentTests",
      dependencies: [
        "ControlModel", "ControlAssessment", "ControlEvidence", "ControlFrameworks",
        "ControlTesting", "ControlTestingSupport",
      ]
    ),
    .testTarget(
      name: "ControlReportsTests",
      dependencies: ["ControlModel", "ControlFrameworks", "ControlReports", "CZlib"],
      exclude: ["Goldens"]
    ),
    .testTarget(
      name: "StandardControlsTests",
      dependencies: [
        "StandardControls", "SuiteVocabulary", "ControlModel", "ControlFrameworks",
        "ControlEvidence",
        "ControlTesting",
        "ControlAssessment", "ControlTestingSupport",
      ],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "BridgeTests",
      dependencies: ["ControlModel", "ControlTesting", "ControlTestingSupport", "StandardControls"]
    ),
    .testTarget(name: "ControlsCommandTests", dependencies: ["ControlsCommand"]),
    // The control on README's first screen, compiled as a reader would compile it.
    suites("ReadmeExample", path: "Tests/ReadmeExample", vocabulary: []),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "ControlAssessment", "ControlsCommand", "ControlEvidence", "ControlFrameworks",
        "ControlModel",
        "ControlTesting", "ReadmeExample", "StandardControls",
      ]
    ),
    .testTarget(
      name: "BenchmarkTests",
      dependencies: [
        "BenchmarkControls", "BenchmarkWorkloads", "ControlAssessment", "ControlEvidence",
        "ControlModel",
        "ControlsCommand",
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)

// The readers of bytes as libFuzzer calls them: Scripts/fuzz.sh builds and runs them.
if Context.environment["CONTROLS_FUZZ"] != nil {
  package.products.append(.executable(name: "fuzz", targets: ["fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: ["ControlModel", "ControlEvidence"],
      path: "Tests/Fuzz"
    )
  )
}

/// A family of control suites: it may import `ControlTesting`, and a standard one the words that the
/// standard families share.
func suites(
  _ name: String,
  path: String,
  vocabulary: [Target.Dependency] = ["SuiteVocabulary"]
) -> Target {
  .target(name: name, dependencies: ["ControlTesting"] + vocabulary, path: path)
}

for target in package.targets where target.type != .system {
  var settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ]
  // A suite's author writes `import ControlTesting` and nothing more, as in DESIGN 3.
  let isSuite =
    target.path?.hasPrefix("controls/") == true
    || ["ReadmeExample", "BenchmarkControls"].contains(target.name)
  if !isSuite {
    settings += [
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
  }
  // libFuzzer brings the main function.
  if target.name == "fuzz" { settings.append(.unsafeFlags(["-parse-as-library"])) }
  target.swiftSettings = settings
}
