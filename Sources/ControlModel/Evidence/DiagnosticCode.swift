extension Diagnostic {
  /// The codes of everything that can be wrong with what the tool is given.
  ///
  /// Codes are stable.
  public enum Code: String, Sendable, Hashable, CaseIterable, Codable {
    case evidenceUnreadable = "evidence-unreadable"
    case evidenceMalformed = "evidence-malformed"
    case evidenceEncoding = "evidence-encoding"
    case evidencePacked = "evidence-packed"
    case evidenceLimit = "evidence-limit"
    case evidenceFormatUnknown = "evidence-format-unknown"
    case evidenceFormatAmbiguous = "evidence-format-ambiguous"
    case evidencePartial = "evidence-partial"
    case evidenceDuplicate = "evidence-duplicate"
    case evidenceUnlisted = "evidence-unlisted"
    case evidenceMissing = "evidence-missing"
    case evidenceChanged = "evidence-changed"
    case evidenceTruncated = "evidence-truncated"
    case evidenceReordered = "evidence-reordered"
    case evidenceFromFuture = "evidence-from-future"
    case evidenceTimesDisagree = "evidence-times-disagree"
    case evidenceMappingMalformed = "evidence-mapping-malformed"
    case recordMalformed = "record-malformed"
    case manifestMalformed = "manifest-malformed"
    case subjectMalformed = "subject-malformed"
    case policyMalformed = "policy-malformed"
    case policyUnknownKey = "policy-unknown-key"
    case waiverMalformed = "waiver-malformed"
    case suiteMalformed = "suite-malformed"
    case planMalformed = "plan-malformed"
    case frameworkMalformed = "framework-malformed"
    case crosswalkMalformed = "crosswalk-malformed"
    case mappingUnknown = "mapping-unknown"
    case resultsMalformed = "results-malformed"
    case attestationMalformed = "attestation-malformed"
    case partialMalformed = "partial-malformed"
    case partialForeign = "partial-foreign"
    case partialMissing = "partial-missing"
    case keyUnusable = "key-unusable"
    case sealBroken = "seal-broken"
    case sealKeyUntrusted = "seal-key-untrusted"
    case decisionMalformed = "decision-malformed"
    case reportTooLarge = "report-too-large"

    /// What the code means and what to do about it, in one or two sentences.
    public var explanation: String {
      switch self {
      case .evidenceUnreadable:
        "The file could not be opened or read. Check that it is an ordinary file you may read."
      case .evidenceMalformed:
        "The file is not valid in its own format, often because an export was cut off. Export it again."
      case .evidenceEncoding:
        "The bytes are neither UTF-8 nor UTF-16 with a mark. Save the export as UTF-8."
      case .evidencePacked:
        "The packed file is damaged or cut off, or its trailer does not agree with its text. Collect it again."
      case .evidenceLimit:
        "The file is larger or more deeply nested than the limits allow. Split it, or export less."
      case .evidenceFormatUnknown:
        "No reader recognises the file. Give it in canonical form, or name its format in manifest.json."
      case .evidenceFormatAmbiguous:
        "More than one reader recognises the file. Name the format in manifest.json."
      case .evidencePartial:
        "The export says that more pages exist. Export all pages; a part cannot prove anything complete."
      case .evidenceDuplicate:
        "Two records of one type carry the same key and do not agree. Keep the true one."
      case .evidenceUnlisted:
        "The file is not in manifest.json, so nobody says where it came from. List it with its source."
      case .evidenceMissing:
        "manifest.json lists the file, and it is not there. Put it back, or collect it again."
      case .evidenceChanged:
        "The file's bytes differ from the digest in manifest.json. Find out who changed it."
      case .evidenceTruncated:
        "The file ends before the sealed one did; what is there is the start of it. Put the whole file back."
      case .evidenceReordered:
        "The file has the sealed lines in another order, which may change what they say. Put the sealed file back."
      case .evidenceTimesDisagree:
        "The manifest's times contradict each other: what a file shows cannot be later than its collection."
      case .evidenceFromFuture:
        "The file says it was collected after the assessment's as-of time. Check both clocks."
      case .evidenceMappingMalformed:
        "A mapping file has an unknown key, or a rule that cannot be followed. An unclear mapping must read nothing."
      case .recordMalformed:
        "A record lacks a key field, or a field holds a value its type does not allow."
      case .manifestMalformed:
        "manifest.json does not have the documented form, so no file of the subject has a provenance."
      case .subjectMalformed:
        "subject.yaml is missing, or does not name the subject, its kind, tier and owner."
      case .policyMalformed:
        "The policy file has a value that its parameter's type or unit does not allow."
      case .policyUnknownKey:
        "The policy file has a key that no control and no tier knows. A typing error must not loosen a limit."
      case .waiverMalformed:
        "The waiver file lacks a field or has an unknown one. An unclear waiver must excuse nothing."
      case .suiteMalformed:
        "A control suite breaks a rule, such as two controls with one id. Mend the suite before it is run."
      case .planMalformed:
        "assessment-plan.yaml does not have the documented form."
      case .frameworkMalformed:
        "A file given as a framework is neither an OSCAL catalogue nor a table of items, or its ids clash."
      case .crosswalkMalformed:
        "A crosswalk row names an unknown item or relation. A link to nothing must not support anything."
      case .mappingUnknown:
        "The file has none of the forms of a mapping, or maps to no framework that has a catalogue here."
      case .resultsMalformed:
        "The results file is no results.json of a version this tool knows. Write it again with controls test."
      case .attestationMalformed:
        "The file is no statement to sign, or something in it is left out. controls attest new writes one."
      case .partialMalformed:
        "The file is no plan or partial result of this tool, or was cut off. Run plan or worker again."
      case .partialForeign:
        "A partial result is of another plan, other bytes, or differs from a second one of its shard."
      case .partialMissing:
        "A shard of the plan did not report. What was not judged is never taken for clean."
      case .keyUnusable:
        "The key file cannot be read, or holds no key that is used here: Ed25519, or ECDSA on P-256, in PEM."
      case .sealBroken:
        "The seal of a subject's evidence is missing, is of other bytes, or was signed by an untrusted key."
      case .sealKeyUntrusted:
        "The policy asks for another key's signature on evidence of this source. Have that key's owner add it."
      case .decisionMalformed:
        "The file is no signed decision: a DSSE envelope around an in-toto Statement of a test result."
      case .reportTooLarge:
        "The results are more than the format can hold. Write another format, or one subject at a time."
      }
    }
  }
}
