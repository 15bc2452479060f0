import Foundation
import Testing

/// `controls reach` on the sample estate.
struct ReachCommandTests {
  @Test func chainHasAProofAtEachHop() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let (code, output, error) = await estate.run("reach", "orchard-agents", "claims-triage")
    #expect(code == 0, "\(error)")
    #expect(
      output.contains(
        """
            step   claims-triage delegatesTo letter-drafter
            proof  agents/agent-manifest.yaml:1 #/0
            step   letter-drafter uses draft_letter
            proof  agents/agent-manifest.yaml:49 #/1
            step   draft_letter holds cred-mailbox-connector
            proof  agents/tool-registry.yaml:231 #/6
            step   cred-mailbox-connector authenticatesAs orchard:mailbox-connector
            if     the caller has the bound key
            proof  registers/iam-credential-report.jsonl:14
        """
      )
    )
  }

  @Test func guideShowsWhatTheToolPrints() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let guide = try DocumentationTests.text("Documentation/trust-graph.md")
    let shown = try #require(DocumentationTests.blocks("text", in: guide).first)
    let (code, output, _) = await estate.run(
      "reach",
      "orchard-agents",
      "orchard:mailbox-connector",
      "--to",
      width: 80
    )
    #expect(code == 0)
    #expect(output == shown + "\n")
  }

  @Test func aRevokedCredentialEndsTheWay() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let before = await estate.run("reach", "orchard-agents", "claims-triage", "--format", "json")
    let after = await estate.run(
      "reach",
      "orchard-agents",
      "claims-triage",
      "--format",
      "json",
      "--without",
      "cred-mailbox-connector"
    )
    #expect(after.code == 0, "\(after.error)")
    #expect(before.output.contains("\"name\": \"orchard:mailbox-connector\""))
    #expect(!after.output.contains("\"name\": \"orchard:mailbox-connector\""))
  }

  @Test func anEarlierDayHasAnotherGraph() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    // On that morning a person's delegation to the agent was in force.
    var found: [Bool] = []
    for time in ["2026-11-04T08:22:59Z", "2026-11-04T08:23:00Z", "2026-11-04T08:38:00Z"] {
      let page = await estate.run(
        "reach",
        "orchard-agents",
        "claims-triage",
        "--as-of",
        time,
        "--format",
        "json"
      )
      found.append(page.output.contains("\"name\": \"person:edda.holt\""))
    }
    #expect(found == [false, true, false])
    let drift = await estate.run(
      "reach",
      "orchard-agents",
      "--since",
      "2026-08-01T00:00:00Z"
    )
    #expect(drift.code == 0)
    #expect(drift.output.contains("claims-triage now reaches"))
  }

  @Test func overviewNamesTheAdministrators() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let (code, output, _) = await estate.run("reach", "tallybird-assist", width: 120)
    #expect(code == 0)
    #expect(output.contains("from  agent tallybird-assistant\n"))
    #expect(output.contains("to    entitlement administrator of 444455556666\n"))
    for width in [60, 80, 160] {
      let page = await estate.run("reach", "tallybird-assist", width: width)
      #expect(page.output.split(separator: "\n").allSatisfy { $0.count <= width })
    }
  }

  @Test(arguments: ["json", "opengraph"])
  func formsForProgramsAreJSON(_ form: String) async throws {
    let estate = try Estate()
    defer { estate.remove() }
    for operands in [["tallybird-assist"], ["tallybird-assist", "tallybird-assistant"]] {
      let (code, output, _) = await Estate.run(
        ["reach"] + operands + ["--format", form, "--evidence", estate.path("evidence")]
      )
      #expect(code == 0)
      let root = try #require(
        JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
      )
      let graph = form == "json" ? root : try #require(root["graph"] as? [String: Any])
      let things = try #require(graph[form == "json" ? "things" : "nodes"] as? [[String: Any]])
      #expect(things.count > 5)
    }
  }

  @Test(arguments: ["dot", "mermaid"])
  func picturesNameEachThingOnce(_ form: String) async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let (code, output, _) = await estate.run(
      "reach",
      "orchard-agents",
      "claims-triage",
      "--format",
      form
    )
    #expect(code == 0)
    #expect(output.hasPrefix(form == "dot" ? "digraph trust {\n" : "flowchart LR\n"))
    #expect(
      output.split(separator: "\n").count { $0.hasPrefix("  n0 [") || $0.hasPrefix("  n0[") } == 1
    )
  }

  @Test func unknownNamesAreWrongUsage() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let near = await estate.run("reach", "orchard-agents", "claims-triag")
    #expect(near.code == 64)
    #expect(near.error.contains("did you mean \"claims-triage\"?"))
    let far = await estate.run("reach", "orchard-agents", "nothing-of-the-kind-anywhere")
    #expect(far.code == 64)
    #expect(far.error.contains("lists all"))
    let form = await estate.run("reach", "orchard-agents", "--format", "pdf")
    #expect(form.code == 64)
    let time = await estate.run("reach", "orchard-agents", "--since", "2036-01-01T00:00:00Z")
    #expect(time.code == 64)
  }
}
