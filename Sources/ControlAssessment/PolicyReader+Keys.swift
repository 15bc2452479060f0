import ControlModel

/// What the policy says of keys: whose signatures count, and where evidence must be sealed.
extension PolicyReader {
  mutating func readKeys(_ section: EvidenceValue) {
    for entry in section.elements ?? [] {
      _ = members(of: entry, among: ["id", "owner", "key"])
      guard let id = entry["id"]?.string, let owner = entry["owner"]?.string,
        let pem = entry["key"]?.string, pem.contains("BEGIN PUBLIC KEY")
      else {
        note(entry, "an incomplete key", "id, owner and key, a public key in PEM", .policyMalformed)
        continue
      }
      policy.trustedKeys.append(TrustedKey(id: id, owner: owner, pem: pem))
    }
  }

  mutating func readSeal(_ section: EvidenceValue) {
    for (name, list) in members(of: section, among: ["tiers", "keys", "sources"]) {
      guard let elements = list.elements else {
        note(list, list.typeName, "a list", .policyMalformed)
        continue
      }
      if name == "sources" {
        for element in elements { readSource(element) }
        continue
      }
      for element in elements {
        let word = element.string ?? ""
        if name == "tiers" {
          if let tier = Tier(rawValue: word) {
            policy.seal.tiers.append(tier)
          } else {
            noteUnknown(element, "tier", Tier.allCases.map(\.rawValue))
          }
        } else if policy.trustedKeys.contains(where: { $0.id == word }) {
          policy.seal.keys.append(word)
        } else {
          noteUnknown(element, "id of a trusted key", policy.trustedKeys.map(\.id))
        }
      }
      // An empty list of keys would read as "every key": it is written by mistake.
      if name == "keys", elements.isEmpty {
        note(list, "no key", "the id of a trusted key, or no list at all", .policyMalformed)
      }
    }
  }

  /// A source system with the keys one of which must have signed its evidence.
  private mutating func readSource(_ entry: EvidenceValue) {
    _ = members(of: entry, among: ["system", "keys"])
    guard let system = entry["system"]?.string, !system.isEmpty,
      let keys = entry["keys"]?.elements, !keys.isEmpty
    else {
      note(entry, "an incomplete source", "system and keys", .policyMalformed)
      return
    }
    var ids: [String] = []
    for key in keys {
      if let id = key.string, policy.trustedKeys.contains(where: { $0.id == id }) {
        ids.append(id)
      } else {
        noteUnknown(key, "id of a trusted key", policy.trustedKeys.map(\.id))
      }
    }
    policy.seal.sources.append(SealRule.Source(system: system, keys: ids))
  }

  private mutating func noteUnknown(_ value: EvidenceValue, _ what: String, _ known: [String]) {
    let word = value.string ?? value.typeName
    let near = Suggestion.nearest(to: word, among: known) ?? known.joined(separator: ", ")
    note(value, "\"\(word)\"", "a \(what), such as \(near)", .policyUnknownKey)
  }
}
