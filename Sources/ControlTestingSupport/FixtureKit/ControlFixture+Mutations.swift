import ControlModel

extension ControlFixture {
  /// The case with less evidence: each optional field of each record removed in turn, and each
  /// record of the types that the control only looks up.
  ///
  /// Less evidence must never excuse: a case that failed may fail otherwise, read as an error or as
  /// not assessed, but it may not pass.
  ///
  /// - Parameter population: The control's record type; removing its records shrinks what is judged,
  ///   which only a seal or a manifest can show.
  /// - Returns: What was removed, and the case without it.
  public func withLess(population: String) -> [(removed: String, fixture: ControlFixture)] {
    var variants: [(removed: String, fixture: ControlFixture)] = []
    for (type, values) in records.sorted(by: { $0.key < $1.key }) {
      let optional = Set(RecordTypes.named(type)?.fields.filter(\.isOptional).map(\.name) ?? [])
      for (offset, value) in values.enumerated() {
        for member in value.members ?? [] where optional.contains(member.name) {
          if mayExcuse["\(type).\(member.name)"] != nil { continue }
          let rest = (value.members ?? []).filter { $0.name != member.name }
          var fixture = self
          fixture.records[type]?[offset] = EvidenceValue(.object(rest), line: value.line)
          variants.append(("\(type)[\(offset)].\(member.name)", fixture))
        }
        if type == population || mayExcuse[type] != nil { continue }
        var fixture = self
        fixture.records[type]?.remove(at: offset)
        variants.append(("\(type)[\(offset)]", fixture))
      }
    }
    return variants
  }
}
