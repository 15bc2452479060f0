/// Words of everyday reports beside the words that catalogues have for the same thing.
///
/// A row is a help for finding, not a claim that the words mean one thing: what is found through it
/// counts less than what the text says itself.
enum RelatedWords {
  /// How much a related word counts beside one that stands in the text.
  static let weight = 0.6

  /// The related stems of a stem; empty for most.
  static let table: [String: Set<String>] = {
    var table: [String: Set<String>] = [:]
    for (words, related) in rows {
      let stems = Set(related.split { $0 == " " || $0 == "-" }.map { WordStem.stem(String($0)) })
      for word in words.split(separator: " ") {
        table[WordStem.stem(String(word)), default: []].formUnion(stems)
      }
    }
    return table
  }()

  private static let rows: [(words: String, related: String)] = [
    ("key password token certificate credential passphrase pat", "secret credential"),
    (
      "vendor supplier contractor partner provider extension plugin integration saas outsourced",
      "third-party third party supplier outside"
    ),
    (
      "staff employee personnel workforce engineer developer admin administrator person human",
      "people personnel"
    ),
    (
      "expire expiry expiration rotate rotation permanent static forever never-expiring age ageing",
      "long-lived long valid"
    ),
    (
      "mfa multifactor factor login logon signin oauth sso passwordless basic",
      "authentication authenticated"
    ),
    (
      "admin administrator root privilege permission rights scope wildcard entitlement excessive",
      "overprivileged privilege permissions entitlements"
    ),
    ("staging test dev development sandbox production prod", "environment test production"),
    (
      "github gitlab repository repo commit log chat ticket slack plaintext hardcoded pasted",
      "code logs leakage"
    ),
    (
      "ci cd pipeline deploy deployment terraform kubernetes workflow", "deployment pipelines cloud"
    ),
    ("shared reused several multiple", "reuse one several"),
    (
      "departed former terminated cancelled left retired orphan orphaned inactive dormant abandoned offboarded",
      "offboarding gone decommissioning"
    ),
    ("restore recovery", "restoration backups"),
    ("encrypt encryption cipher tls https ssl kms", "confidentiality protected"),
    ("tls https ssl traffic", "transit"),
    ("patch patching update upgrade hotfix", "maintained software"),
    ("scan scanner cve pentest weakness flaw", "vulnerabilities"),
    ("phishing training hire onboarding", "awareness training"),
    ("laptop server device endpoint workstation phone", "hardware"),
    ("regulator customer authority public notify disclose", "stakeholders notified"),
    ("inject injection jailbreak instruction hidden prompt", "goal hijack content"),
    ("vector rag knowledge embedding history", "memory context"),
    ("shell python eval command script interpreter", "code execution running"),
    ("mcp registry package dependency opensource library", "supply chain"),
    ("message protocol a2a channel", "communication messages"),
    ("gullible confident persuade convince approve rubber", "over-trust human trust approve"),
    ("interpret interpretable explain", "explained interpreted"),
    ("carbon energy climate", "environmental"),
    ("kill stop override shutdown disengage", "deactivate disengage supersede"),
    ("retire retirement sunset", "decommissioning"),
    ("soc siem alert watch detect", "monitored events"),
    ("badge door building camera guard", "physical"),
    ("owner accountable responsibility raci", "roles responsibilities"),
    ("contract agreement clause sla", "contracts suppliers"),
    ("breach outage compromise", "incident"),
  ]
}
