import ControlModel
import Foundation

/// Reads the claims of signed tokens (RFC 7519): tokens in a text, or decoded ones as JSON with
/// `header` and `payload`.
///
/// No signature is verified, and what a token says of itself proves nothing about who issued it: its
/// chain is not tried. The token is never kept. Encrypted tokens cannot be read.
struct JWTReader: EvidenceReader {
  let format = EvidenceFormat(
    id: "jwt",
    title: "JSON Web Tokens, signature not verified",
    writtenBy: "kubectl create token, spire-agent api fetch jwt, any issuer; or decoded",
    kinds: [.iamCredentialReport, .tokenIssuance, .delegations]
  )

  func recognizes(_ document: EvidenceDocument) -> Bool {
    if !document.plain.isEmpty {
      let words = document.plain.prefix(65_536).split(whereSeparator: Self.isSpace)
      return !words.isEmpty && words.allSatisfy(Self.looksLikeToken)
    }
    let samples = ListShape().samples(document)
    return !samples.isEmpty
      && samples.allSatisfy { value in
        value["header"]?["alg"]?.string != nil && value["payload"]?.members != nil
      }
  }

  func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    sink.kinds = [.iamCredentialReport]
    guard document.plain.isEmpty else {
      var line = 1
      for range in document.plain.split(
        separator: UInt8(ascii: "\n"),
        omittingEmptySubsequences: false
      ) {
        for word in range.split(whereSeparator: Self.isSpace) {
          sink.attempt { (sink) throws(Diagnostic) in
            try JWTClaims(token: word, line: line, document).add(into: &sink)
          }
        }
        line += 1
      }
      return
    }
    for element in try ListShape().elements(document, into: &sink) {
      sink.attempt { (sink) throws(Diagnostic) in
        try JWTClaims(decoded: element).add(into: &sink)
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Whether a run of bytes is base64url parts between dots that begins as a JSON object does.
  private static func looksLikeToken(_ word: ArraySlice<UInt8>) -> Bool {
    word.starts(with: Array("eyJ".utf8)) && word.contains(UInt8(ascii: "."))
      && word.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}
