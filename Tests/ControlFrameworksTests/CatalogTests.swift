import ControlFrameworks
import ControlModel
import Testing

struct CatalogTests {
  struct Count: Sendable, CustomTestStringConvertible {
    let framework: FrameworkID
    let kinds: [CatalogItem.Kind: Int]

    init(_ framework: FrameworkID, _ kinds: [CatalogItem.Kind: Int]) {
      self.framework = framework
      self.kinds = kinds
    }

    var testDescription: String { framework.name }
  }

  static let counts = [
    Count(.nhi, [.risk: 10]),
    Count(.asi, [.risk: 10]),
    Count(.agenticThreats, [.threat: 17]),
    Count(.csf, [.function: 6, .category: 22, .subcategory: 106]),
    Count(.csf11, [.function: 5, .category: 23, .subcategory: 108]),
    Count(.aiRMF, [.function: 4, .category: 19, .subcategory: 72]),
    Count(.ai600, [.risk: 12]),
    Count(.maestro, [.layer: 7, .threat: 55, .category: 1]),
    Count(.sp80053, [.category: 8, .control: 200]),
    Count(.sp80063, [.category: 7, .control: 9]),
    Count(.sp800207, [.control: 7]),
    Count(.iso42001, [.category: 11, .control: 38]),
    Count(.aicm, [.category: 18]),
  ]

  @Test(arguments: counts)
  func holdsAsManyItemsAsThePublisher(_ count: Count) throws {
    let catalog = try #require(Catalogs.catalog(count.framework))
    #expect(Dictionary(grouping: catalog.items, by: \.kind).mapValues(\.count) == count.kinds)
  }

  @Test func holdsEveryFrameworkOnce() {
    #expect(Catalogs.all.map(\.framework) == Self.counts.map(\.framework))
    #expect(Catalogs.frameworks == Catalogs.all.map(\.framework))
    #expect(Set(Catalogs.frameworks).count == 13)
    #expect(Set(FrameworkID.matrix).isSubset(of: Catalogs.frameworks))
  }

  @Test func splitsMAESTROIntoFiftyLayerThreatsAndFiveAcross() throws {
    let catalog = try #require(Catalogs.catalog(.maestro))
    let threats = catalog.items.filter { $0.kind == .threat }
    #expect(threats.filter { $0.parent == "X" }.count == 5)
    let perLayer = (1...7).map { layer in threats.filter { $0.parent == "L\(layer)" }.count }
    #expect(perLayer == [7, 5, 6, 6, 6, 7, 13])
  }

  @Test func splitsTheAIRMFAsNISTDoes() throws {
    let catalog = try #require(Catalogs.catalog(.aiRMF))
    let outcomes = catalog.items.filter { $0.kind == .subcategory }.map(\.requirement.id)
    let perFunction = ["GOVERN", "MAP", "MEASURE", "MANAGE"].map { name in
      outcomes.filter { $0.hasPrefix(name + " ") }.count
    }
    #expect(perFunction == [19, 18, 22, 13])
  }

  @Test func marksTwelveWithdrawnControls() throws {
    let catalog = try #require(Catalogs.catalog(.sp80053))
    #expect(catalog.items.filter(\.isWithdrawn).count == 12)
  }

  @Test(arguments: counts)
  func namesParentsBeforeTheirChildrenAndNoIdTwice(_ count: Count) throws {
    let catalog = try #require(Catalogs.catalog(count.framework))
    var seen: Set<String> = []
    for item in catalog.items {
      if let parent = item.parent { #expect(seen.contains(parent), "\(item.requirement)") }
      #expect(seen.insert(item.requirement.id).inserted, "\(item.requirement)")
      #expect(item.requirement.framework == count.framework)
      #expect(Catalogs.item(item.requirement) == item)
    }
  }

  @Test(arguments: counts)
  func saysWhereEachItemIsAndNamesIt(_ count: Count) throws {
    let catalog = try #require(Catalogs.catalog(count.framework))
    #expect(catalog.address.hasPrefix("https://"))
    #expect(!catalog.licence.isEmpty)
    for item in catalog.items {
      #expect(!item.source.isEmpty, "\(item.requirement)")
      #expect(!item.name.isEmpty, "\(item.requirement)")
      #expect(item.title == item.title.trimmed, "\(item.requirement)")
    }
  }

  @Test(arguments: [FrameworkID.csf, .aiRMF])
  func givesEverySubcategoryAShortName(_ framework: FrameworkID) throws {
    let catalog = try #require(Catalogs.catalog(framework))
    let subcategories = catalog.items.filter { $0.kind == .subcategory }
    #expect(
      subcategories.allSatisfy { $0.label?.isEmpty == false && $0.title == $0.requirement.id }
    )
    #expect(catalog.items.filter { $0.label != nil }.count == subcategories.count)
    #expect(Set(subcategories.map(\.name)).count == subcategories.count)
  }

  /// ISO and CSA allow ids and titles only.
  @Test func quotesNoTextThatMayNotBeCopied() throws {
    #expect(try #require(Catalogs.catalog(.iso42001)).items.allSatisfy { $0.text.isEmpty })
    #expect(
      try #require(Catalogs.catalog(.aicm)).items.allSatisfy {
        $0.text.hasSuffix("controls in version 1.1.0")
      }
    )
  }

  @Test func knowsNoItemByAnotherSpelling() {
    #expect(Catalogs.item(.csf("PR.AC-4")) == nil)
    #expect(Catalogs.item(.csf("pr.aa-05")) == nil)
    #expect(Catalogs.item(RequirementID("NIST-CSF-3.0", "PR.AA-05")) == nil)
    #expect(Catalogs.catalog("NIST-CSF-3.0") == nil)
  }

  @Test func agreesWithTheShorthandsForIds() {
    let numbered = (1...10).flatMap { [RequirementID.nhi($0), .asi($0)] }
    for id in numbered + (1...7).map(RequirementID.zeroTrustTenet) {
      #expect(Catalogs.item(id) != nil, "\(id)")
    }
    #expect(Catalogs.item(.nhi(7))?.title == "Long-Lived Secrets")
    #expect(Catalogs.item(.asi(3))?.title == "Identity and Privilege Abuse")
    #expect(Catalogs.item(.csf("PR.AA-05"))?.name == "Access rights and least privilege")
  }
}

extension String {
  fileprivate var trimmed: String {
    split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}
