import ControlModel

extension DecisionStatement {
  /// A thing by name and digest: in-toto's ResourceDescriptor.
  struct Descriptor {
    var name: String
    var digest: String
  }

  /// What a control's result means for a test result.
  enum Verdict {
    case passed
    case warned
    case failed
  }

  func write(_ descriptor: Descriptor, to writer: inout JSONWriter, as key: String = "name") {
    writer.member(key, key == "uri" ? uri(descriptor.name) : descriptor.name)
    writer.member("digest", descriptor.digest) { $0.member("sha256", $1) }
  }

  /// Each subject's manifest, and the file that says what is sought for it.
  var subjectDescriptors: [Descriptor] {
    report.results.subjects.flatMap { subject -> [Descriptor] in
      guard let evidence = inputs.subjects[subject.subject.id] else { return [] }
      let id = subject.subject.id
      return [
        Descriptor(name: "\(id)/manifest.json", digest: evidence.manifestDigest),
        Descriptor(name: "\(id)/subject.yaml", digest: evidence.subjectFileDigest),
      ].filter { !$0.digest.isEmpty }
    }
  }

  /// A name within this project as a URI.
  func uri(_ name: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/".utf8)
    let encoded = name.utf8.map { byte -> String in
      if plain.contains(byte) { return String(Unicode.Scalar(byte)) }
      return (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }
    return "urn:control-testing:\(encoded.joined())"
  }

  /// The policy; where none was used, the digest of no bytes.
  var policy: Descriptor {
    let digest = report.results.policyDigest
    return Descriptor(name: "policy", digest: digest.isEmpty ? sha256("") : digest)
  }

  /// What the tests were configured with: policy, waivers, controls, and frameworks of one's own.
  var configuration: [Descriptor] {
    let waivers = report.results.waiversDigest
    return [
      policy,
      Descriptor(name: "waivers", digest: waivers.isEmpty ? sha256("") : waivers),
      Descriptor(name: "controls", digest: suiteDigest),
    ]
      + report.results.frameworkFiles.map { file in
        Descriptor(
          name: file.framework.map { "framework \($0.name)" } ?? "crosswalk",
          digest: file.digest
        )
      }
  }

  /// The signed statements that were verified: seals, and attestations by a trusted key.
  var inputAttestations: [Descriptor] {
    report.results.subjects.flatMap { subject -> [Descriptor] in
      let id = subject.subject.id
      guard let evidence = inputs.subjects[id] else { return [] }
      var all: [Descriptor] = []
      if evidence.seal.isGood {
        all.append(Descriptor(name: "\(id)/manifest.dsse.json", digest: evidence.sealDigest))
      }
      for attestation in evidence.attestations where attestation.key != nil {
        all.append(Descriptor(name: "\(id)/\(attestation.path)", digest: attestation.digest))
      }
      return all
    }
  }

  /// The tests with a verdict as `subject:control`; what does not apply is no test.
  func names(_ verdict: Verdict, of subjects: [SubjectResult]) -> [String] {
    subjects.flatMap { subject in
      subject.controls.filter { self.verdict($0) == verdict }.map {
        "\(subject.subject.id):\($0.control)"
      }
    }
  }

  private func verdict(_ result: ControlResult) -> Verdict? {
    switch result.outcome {
    case .pass: .passed
    case .notApplicable: nil
    case .waived: .warned
    case .fail, .stale, .notAssessed, .error: result.blocks ? .failed : .warned
    }
  }

  /// A stable digest of everything that the controls say of themselves, checks aside.
  var suiteDigest: String {
    sha256(controlDigests.map { "\($0.name) \($0.digest)\n" }.joined())
  }

  /// The digest of each control's canonical text, in the order of the suites.
  var controlDigests: [Descriptor] {
    report.results.controls.map { control in
      Descriptor(name: control.id, digest: sha256(canonicalText(of: control)))
    }
  }

  /// Everything a control says of itself, and the parameters it reads with their defaults.
  ///
  /// The line it is written on is left out: a comment above it changes no decision.
  func canonicalText(of control: ControlDescription) -> String {
    var described = control
    described.source = String(control.source.prefix { $0 != ":" })
    return JSONWriter.text { writer in
      ResultsJSON.write(described, to: &writer)
      let declared = report.results.parameters.map(\.parameter)
        .filter { control.parameters.contains($0.name) }
      writer.member("declared", declared) { writer, parameter in
        writer.member("name", parameter.name)
        writer.member("unit", parameter.unit)
        writer.member("default", parameter.defaultValue.description)
      }
    }
  }
}
