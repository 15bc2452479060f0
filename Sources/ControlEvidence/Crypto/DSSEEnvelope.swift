import ControlModel
import Foundation

/// A signed payload: Dead Simple Signing Envelope, version 1.
struct DSSEEnvelope: Sendable {
  /// What the payload is, such as `application/vnd.in-toto+json`.
  let payloadType: String
  /// The payload's bytes.
  let payload: [UInt8]
  /// The signatures with the ids of their keys.
  let signatures: [(keyID: String?, bytes: [UInt8])]

  /// Creates an envelope from its parts.
  init(payloadType: String, payload: [UInt8], signatures: [(keyID: String?, bytes: [UInt8])]) {
    self.payloadType = payloadType
    self.payload = payload
    self.signatures = signatures
  }

  /// Reads an envelope from its JSON form.
  ///
  /// - Parameter root: The document's root.
  /// - Throws: ``Diagnostic`` with code `record-malformed` where a member is absent or no base64, and
  ///   `evidence-limit` where there are too many signatures.
  init(_ root: Cursor) throws(Diagnostic) {
    payloadType = try root.required("payloadType")
    payload = try Self.decoded(root, "payload")
    var signatures: [(keyID: String?, bytes: [UInt8])] = []
    let list = root["signatures"]?.elements ?? []
    if list.count > Limits.maximumSignatures {
      // Each costs a check with each trusted key.
      throw Diagnostic(
        .evidenceLimit,
        at: root.locator,
        found: "\(list.count) signatures",
        needed: "at most \(Limits.maximumSignatures)",
        remedy: "keep those whose keys you trust"
      )
    }
    for signature in list {
      signatures.append((signature["keyid"]?.text, try Self.decoded(signature, "sig")))
    }
    self.signatures = signatures
  }

  /// Signs a payload.
  ///
  /// - Parameters:
  ///   - payload: The payload's bytes.
  ///   - payloadType: What the payload is.
  ///   - key: The key to sign with.
  /// - Throws: ``Diagnostic`` with code `key-unusable` where libcrypto refuses.
  init(signing payload: [UInt8], as payloadType: String, with key: SigningKey) throws(Diagnostic) {
    let message = Self.preAuthenticationEncoding(payloadType, payload)
    self.payloadType = payloadType
    self.payload = payload
    signatures = [(key.id, try key.sign(message))]
  }

  /// The envelope with a further signature over the same payload.
  func adding(_ key: SigningKey) throws(Diagnostic) -> DSSEEnvelope {
    let message = Self.preAuthenticationEncoding(payloadType, payload)
    let signature = (keyID: Optional(key.id), bytes: try key.sign(message))
    return DSSEEnvelope(
      payloadType: payloadType,
      payload: payload,
      signatures: signatures.filter { $0.keyID != key.id } + [signature]
    )
  }

  /// The envelope in its JSON form.
  var json: EvidenceValue {
    let list = signatures.map { signature in
      var members: [EvidenceValue.Member] = []
      if let id = signature.keyID {
        members.append(.init(name: "keyid", value: EvidenceValue(.string(id))))
      }
      let text = Data(signature.bytes).base64EncodedString()
      members.append(.init(name: "sig", value: EvidenceValue(.string(text))))
      return EvidenceValue(.object(members))
    }
    let encoded = Data(payload).base64EncodedString()
    return EvidenceValue(
      .object([
        .init(name: "payloadType", value: EvidenceValue(.string(payloadType))),
        .init(name: "payload", value: EvidenceValue(.string(encoded))),
        .init(name: "signatures", value: EvidenceValue(.array(list))),
      ])
    )
  }

  /// The first of the keys whose signature is good, whatever id the envelope gives it, or `nil`.
  ///
  /// An id within an envelope is a hint that nobody signed (DSSE protocol): it decides nothing.
  ///
  /// - Parameter keys: The keys whose signatures count.
  /// - Returns: The key.
  func signer(among keys: [TrustedKey]) -> TrustedKey? {
    let message = Self.preAuthenticationEncoding(payloadType, payload)
    return keys.first { key in
      signatures.contains { Signature.isGood($0.bytes, over: message, key: key.pem) }
    }
  }

  /// The first trusted key whose signature over the envelope is good, or `nil`.
  ///
  /// - Parameter keys: The keys whose signatures count.
  /// - Returns: The key.
  func verified(by keys: [TrustedKey]) -> TrustedKey? {
    let message = Self.preAuthenticationEncoding(payloadType, payload)
    for key in keys {
      for signature in signatures where signature.keyID == nil || signature.keyID == key.id {
        if Signature.isGood(signature.bytes, over: message, key: key.pem) { return key }
      }
    }
    return nil
  }

  /// What is signed: the type and the payload with their lengths, so that neither can pass for a
  /// part of the other (DSSE protocol, "PAE").
  private static func preAuthenticationEncoding(
    _ payloadType: String,
    _ payload: [UInt8]
  ) -> [UInt8] {
    Array("DSSEv1 \(payloadType.utf8.count) \(payloadType) \(payload.count) ".utf8) + payload
  }

  private static func decoded(_ cursor: Cursor, _ name: String) throws(Diagnostic) -> [UInt8] {
    let text = try cursor.required(name).map { character -> Character in
      // The protocol allows the URL-safe alphabet beside the standard one.
      character == "-" ? "+" : character == "_" ? "/" : character
    }
    let padding = String(repeating: "=", count: (4 - text.count % 4) % 4)
    guard let data = Data(base64Encoded: String(text) + padding) else {
      throw (cursor[name] ?? cursor).malformed(found: "text that is no base64", needed: "base64")
    }
    return [UInt8](data)
  }
}
