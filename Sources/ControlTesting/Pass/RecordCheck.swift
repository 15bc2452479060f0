import ControlModel

/// A check that is run once for each record.
struct RecordCheck<Record: EvidenceRecord>: ErasedCheck {
  let isMember: (@Sendable (Record, Scope) -> Bool)?
  let judge: @Sendable (Record, Scope) throws -> Void

  var members: [PassMember] {
    let (isMember, judge) = (self.isMember, self.judge)
    return [
      PassMember(Record.self) { batch, context, partial in
        let scope = context.scope
        var judged = 0
        for index in batch.rows {
          let record = Record(row: RecordRow(block: batch.block, index: Int32(index)))
          if let isMember, !isMember(record, scope) { continue }
          judged += 1
          do {
            try judge(record, scope)
          } catch {
            partial.note(error, of: record, context.rule)
          }
        }
        partial.judged += judged
      }
    ]
  }

  func partial() -> CheckPartial { CheckPartial() }

  func merge(_ later: CheckPartial, into partial: inout CheckPartial, _ rule: TallyRule) {
    partial.mergeCounts(later, rule)
  }

  func finish(_ partial: inout CheckPartial, _ context: PassContext) {}
}
