import ControlModel
import Testing

@testable import ControlEvidence

@Suite("The text of a diagnostic")
struct DiagnosticTextTests {
  @Test func namesPlaceCodeFoundNeededAndRemedy() {
    let found = problem { () throws(Diagnostic) in
      _ = try read("{\"records\": [\n{\"a\": 1,\n", path: "acme/role-register.json")
    }
    #expect(
      found?.description == """
        acme/role-register.json:3 #/records/0: error[evidence-malformed]
          found   the end of the file
          needed  a member's name in quotes
          mend    export the file again; do not edit it by hand
        """
    )
  }

  @Test(arguments: [
    (Locator(path: "a"), "a"), (Locator(path: "a", line: 3), "a:3"),
    (Locator(path: "a", line: 3, pointer: "/b/0"), "a:3 #/b/0"),
    (Locator(path: "a", line: 3, pointer: "row 2"), "a:3 (row 2)"),
    (Locator(path: "a", pointer: ""), "a"),
  ])
  func writesAPlaceThatEditorsFollow(place: Locator, text: String) {
    #expect(place.description == text)
  }

  @Test func noReaderPrintsAValueThatMayBeASecret() {
    let secret = "not-a-secret-but-long-enough-to-be-seen"
    let texts = [
      ("[{\"RuleID\": \"r\", \"Fingerprint\": \"f\", \"StartLine\": \"\(secret)\"}]", "gitleaks"),
      (
        "{\"mcpServers\": {\"a\": {\"command\": {\"x\": \"\(secret)\"}, \"args\": 1}}}",
        "mcp-client-config"
      ),
      ("{\"mcpServers\": {\"a\": \"\(secret)\"}}", "mcp-client-config"),
      (
        "{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"traceId\": \"\(secret)\"}]}]}]}",
        "otlp-traces"
      ),
      (
        "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"gitleaks\"}},"
          + " \"results\": [{\"message\": {\"text\": \"\(secret)\"}}]}]}", "sarif"
      ),
    ]
    let context = EvidenceContext(collectedAt: .epoch)
    for (text, format) in texts {
      do throws(Diagnostic) {
        let sink = try read(text, path: "f.json", format: format, context: context)
        #expect(sink.rejectedCount > 0, "\(format)")
        #expect(!sink.diagnostics.description.contains(secret), "\(format)")
      } catch {
        #expect(!error.description.contains(secret), "\(format)")
      }
    }
  }
}
