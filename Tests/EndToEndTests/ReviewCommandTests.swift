import Foundation
import Testing

/// What an assessment hands to the next access review.
struct ReviewCommandTests {
  @Test func tableNamesAccessReasonEvidenceAndAdvice() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let run = await estate.run("review", "--subject", "tallybird-assist")
    #expect(run.code == 0, "\(run.error)")
    let lines = run.output.split(separator: "\n")
    let heading = lines.first.map(String.init) ?? ""
    #expect(heading.hasPrefix("subject,owner,targetKind,target,identity,entitlement,reason,"))
    #expect(heading.hasSuffix(",remedy,decision,reviewer,decidedAt"))
    #expect(lines.count > 10)
    #expect(lines.contains { $0.contains(",escalate,NHI1-6,") })
    #expect(lines.contains { $0.contains(",revoke,NHI1-4,") })
    #expect(lines.contains { $0.contains(",change,NHI3-2,") && $0.contains(",grant,") })
  }

  @Test func documentSaysTheSame() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    let path = estate.path("review.json")
    let run = await estate.run("review", "--format", "json", "--output", path)
    #expect(run.code == 0, "\(run.error)")
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
    let items = try #require((value as? [String: Any])?["items"] as? [[String: Any]])
    #expect(!items.isEmpty)
    let decisions: Set = ["revoke", "change", "escalate"]
    for item in items {
      #expect(decisions.contains(item["suggestedDecision"] as? String ?? ""))
      let evidence = item["evidence"] as? [String: Any]
      #expect(evidence?["path"] is String, "\(item["finding"] ?? "")")
      if item["targetKind"] as? String == "entitlement" {
        #expect(item["entitlement"] as? String == item["target"] as? String)
        #expect(item["identity"] is String, "\(item["finding"] ?? "")")
      }
    }
    let again = await estate.run("review", "--format", "json")
    let same = try again.output == String(contentsOfFile: path, encoding: .utf8)
    #expect(same)
  }

  @Test func waivedIsLeftOut() async throws {
    let estate = try Estate()
    defer { estate.remove() }
    // NHI7-2 of orchard-agents is waived.
    let run = await estate.run("review", "--subject", "orchard-agents")
    #expect(!run.output.contains(",NHI7-2,"))
    #expect(run.output.contains(",NHI7-1,"))
  }
}
