import ControlModel

/// A check that gathers a state from records, in one pass, and says at the end what deviates.
struct GatheringCheck<State: Gathering>: ErasedCheck {
  /// The population first, then what is only watched.
  let members: [PassMember]
  /// Whether the subject as a whole is judged, and no population.
  let judgesSubject: Bool

  func partial() -> CheckPartial { CheckPartial(state: State()) }

  func merge(_ later: CheckPartial, into partial: inout CheckPartial, _ rule: TallyRule) {
    partial.mergeCounts(later, rule)
    guard let gathered = later.state as? State else { return }
    partial.withState(State.self) { $0.merge(gathered) }
  }

  func finish(_ partial: inout CheckPartial, _ context: PassContext) {
    if judgesSubject { partial.judged = 1 }
    let state = partial.state as? State ?? State()
    do {
      partial.note(try state.deviations(context.scope), context.rule)
    } catch {
      partial.note(error, of: nil, context.rule)
    }
  }
}

extension GatheringCheck where State: Fold {
  /// A fold over its population, with what it watches beside.
  init(population: State.Type) {
    let judge = PassMember(State.Record.self) { batch, context, partial in
      let scope = context.scope
      partial.withState(State.self) { fold, partial in
        for index in batch.rows {
          let record = State.Record(row: RecordRow(block: batch.block, index: Int32(index)))
          if !State.isMember(record, scope) { continue }
          partial.judged += 1
          do {
            try fold.observe(record, scope)
          } catch {
            partial.note(error, of: record, context.rule)
          }
        }
      }
    }
    self.init(members: [judge] + State.watched.map(\.member), judgesSubject: false)
  }
}

extension GatheringCheck {
  /// A state of the subject, gathered from what it watches.
  init(subject: State.Type) {
    self.init(members: State.watched.map(\.member), judgesSubject: true)
  }
}

extension CheckPartial {
  /// Changes the state in place, without a copy of what it holds.
  mutating func withState<State: Gathering>(
    _ type: State.Type,
    _ body: (inout State) -> Void
  ) {
    withState(type) { state, _ in body(&state) }
  }

  /// Changes the state in place, beside the partial's own counts.
  mutating func withState<State: Gathering>(
    _ type: State.Type,
    _ body: (inout State, inout CheckPartial) -> Void
  ) {
    var own = state as? State ?? State()
    // While the partial holds the state as well, the first change would copy it.
    state = nil
    body(&own, &self)
    state = own
  }
}
