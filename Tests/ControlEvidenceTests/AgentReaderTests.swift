import ControlModel
import Testing

@testable import ControlEvidence

@Suite("Reading declarations of agents")
struct AgentReaderTests {
  @Test func readsAnAgentsCard() throws {
    let sink = try read(fixture("agents/agent-card.json"), path: "agent-card.json")
    #expect(sink.problems == [])
    let agent = try #require(sink.all(Agent.self).first)
    #expect(agent.id == "letter-drafter")
    #expect(agent.version == "1.4.0")
    #expect(agent.purpose == "Drafts letters on claims.")
    #expect(agent.endpoint == "https://letters.agents.larkspur.example/a2a")
    #expect(agent.tasks == ["draft-letter", "check-tone"])
    #expect(agent.authenticationSchemes == ["http:bearer", "mutualTLS", "openIdConnect"])
    #expect(agent.scopes == ["letters.draft", "letters.read"])
    #expect(agent.basis == .declared)
    #expect(!"\(sink)".contains("made-up"))
  }

  @Test(
    arguments: [
      ("", nil), (#""security": [],"#, []), (#""securitySchemes": {},"#, []),
      (#""authentication": {"schemes": ["Bearer"]},"#, ["Bearer"]),
    ] as [(String, [String]?)]
  )
  func sayingNothingOfSecurityIsNotNone(members: String, schemes: [String]?) throws {
    let text = #"""
      {"name": "a", "version": "1", "url": "https://a.example", \#(members) "capabilities": {}, "skills": []}
      """#
    let sink = try read(text, path: "card.json")
    #expect(sink.all(Agent.self).map(\.authenticationSchemes) == [schemes])
  }

  @Test func aCardWithoutNameOrVersionIsRejected() throws {
    let text = #"""
      [{"version": "1", "url": "u", "capabilities": {}, "skills": []},
       {"name": "a", "url": "u", "capabilities": {}, "skills": []}]
      """#
    #expect(try read(text, path: "c.json").problems == ["1 /0: no name", "2 /1: no version"])
  }

  @Test func readsTheSettingsOfACodingAgent() throws {
    let context = EvidenceContext(account: "letters-coder")
    let sink = try read(fixture("agents/settings.json"), path: "settings.json", context: context)
    #expect(sink.problems == [])
    let agent = try #require(sink.all(Agent.self).first)
    #expect(agent.id == "letters-coder")
    #expect(agent.model == "northlight-2")
    // What is denied is denied, whatever allows it.
    #expect(agent.tools == ["Read(./src/**)", "Bash(make test)"])
    #expect(agent.askTools == ["Edit(./src/**)"])
    #expect(agent.deniedTools?.count == 3)
    #expect(agent.autonomyClass == .bounded)
    #expect(agent.version == "sha256:\(agent.manifestDigest ?? "")")
    #expect(!"\(sink)".contains("1a2b3c"))
  }

  @Test func anUnknownModeIsNoMode() throws {
    let text = #"{"permissions": {"allow": [], "defaultMode": "whatever"}}"#
    let found = problem { () throws(Diagnostic) in _ = try read(text, path: "settings.json") }
    #expect(found?.found == "an unknown defaultMode")
    #expect(found?.locator?.pointer == "/permissions/defaultMode")
  }

  @Test func yieldsTheKindsThatTheySay() {
    #expect(A2AAgentCardReader().format.kinds == Agent.kinds)
    #expect(AgentSettingsReader().format.kinds == Agent.kinds)
  }
}
