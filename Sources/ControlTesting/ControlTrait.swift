public import ControlModel

/// Something known about a control or all controls of a suite, in the manner of Swift Testing.
public struct ControlTrait: Sendable {
  private let change: @Sendable (inout ControlDraft) -> Void

  init(_ change: @escaping @Sendable (inout ControlDraft) -> Void) { self.change = change }

  func apply(to draft: inout ControlDraft) { change(&draft) }
}

/// A control while its traits are put in.
struct ControlDraft: Sendable {
  var description: ControlDescription
  var parameters: [PolicyParameter] = []
  /// The statements about the subject as a whole that are looked for beside the check.
  var signed: [StatementAsked] = []

  init(_ description: ControlDescription) { self.description = description }

  /// Notes parameters that the control reads, each once.
  mutating func read(_ read: [PolicyParameter]) {
    for parameter in read where !parameters.contains(parameter) {
      parameters.append(parameter)
      description.parameters.append(parameter.name)
    }
  }
}

extension ControlTrait {
  /// How much harm a deviation may do.
  public static func severity(_ severity: Severity) -> ControlTrait {
    ControlTrait { $0.description.severity = severity }
  }

  /// How the control comes to its result; automated where left out.
  public static func mode(_ mode: ControlDescription.Mode) -> ControlTrait {
    ControlTrait { $0.description.mode = mode }
  }

  /// Requirements that passing this control, with the others that satisfy them, meets.
  public static func satisfies(
    _ requirements: RequirementID...,
    because rationale: String? = nil
  ) -> ControlTrait {
    ControlTrait { draft in
      draft.description.satisfies += requirements.filter {
        !draft.description.satisfies.contains($0)
      }
      for requirement in requirements { draft.description.rationales[requirement] = rationale }
    }
  }

  /// Requirements to which the control contributes a part: it alone can never meet them.
  public static func supports(
    _ requirements: RequirementID...,
    because rationale: String? = nil
  ) -> ControlTrait {
    ControlTrait { draft in
      draft.description.supports += requirements.filter {
        !draft.description.supports.contains($0)
      }
      for requirement in requirements { draft.description.rationales[requirement] = rationale }
    }
  }

  /// Evidence kinds that the control needs, all of them, beside its population.
  public static func needs(_ kinds: EvidenceKind..., maximumAge: Duration? = nil) -> ControlTrait {
    ControlTrait { draft in
      for kind in kinds {
        draft.description.needs.removeAll { $0.kinds.contains(kind) }
        draft.description.needs.append(EvidenceNeed(anyOf: [kind], maximumAge: maximumAge))
      }
    }
  }

  /// Evidence kinds of which the control needs at least one.
  public static func needsAny(_ kinds: EvidenceKind..., maximumAge: Duration? = nil) -> ControlTrait
  {
    ControlTrait { $0.description.needs.append(EvidenceNeed(anyOf: kinds, maximumAge: maximumAge)) }
  }

  /// The subjects the control applies to; all where left out.
  public static func appliesTo(_ kinds: Subject.Kind...) -> ControlTrait {
    ControlTrait { $0.description.subjectKinds = Set(kinds) }
  }

  /// The tiers the control applies to; all where left out.
  public static func tiers(_ tiers: Tier...) -> ControlTrait {
    ControlTrait { $0.description.tiers = Set(tiers) }
  }

  /// The lowest tier in which a deviation blocks; production where left out.
  ///
  /// Below it is flagged.
  public static func blocks(from tier: Tier) -> ControlTrait {
    ControlTrait { $0.description.blocksFrom = tier }
  }

  /// A deviation closes production whatever else passes, and no waiver covers it.
  public static var hardGate: ControlTrait {
    ControlTrait { $0.description.isHardGate = true }
  }

  /// The control gives a proof without which a subject is a prototype.
  public static func proves(_ proof: ControlDescription.CoreProof) -> ControlTrait {
    ControlTrait { $0.description.coreProof = proof }
  }

  /// The policy parameters that the control reads.
  public static func limits(_ parameters: PolicyParameter...) -> ControlTrait {
    ControlTrait { $0.read(parameters) }
  }

  /// Why the control matters: what goes wrong without it, in two sentences at most.
  public static func rationale(_ text: String) -> ControlTrait {
    ControlTrait { $0.description.rationale = text }
  }

  /// How to mend a deviation.
  public static func remedy(_ text: String) -> ControlTrait {
    ControlTrait { $0.description.remedy = text }
  }

  /// Where to read more: an official page or a clause of a standard, by its name.
  ///
  /// An address stands last, after a colon: `RFC 9700 section 4.10: https://…`.
  public static func reference(_ address: String) -> ControlTrait {
    ControlTrait { $0.description.references.append(address) }
  }
}
