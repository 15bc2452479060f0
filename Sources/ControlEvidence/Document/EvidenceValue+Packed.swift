import ControlModel

extension EvidenceValue {
  /// The value with every line replaced, for a document that stands within one line of another.
  func standing(onLine line: Int) -> EvidenceValue {
    switch content {
    case .array(let elements):
      EvidenceValue(.array(elements.map { $0.standing(onLine: line) }), line: line)
    case .object(let members):
      EvidenceValue(
        .object(members.map { .init(name: $0.name, value: $0.value.standing(onLine: line)) }),
        line: line
      )
    default: EvidenceValue(content, line: line)
    }
  }
}
