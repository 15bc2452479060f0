import ControlTesting

/// What an expert reads before a product enters a security review.
///
/// Sections and controls stand in the order of reading.
let readinessProfile = Profile(
  "readiness",
  "Enterprise security review readiness",
  decides: "ready for an enterprise security review",
  purpose:
    "Whether a product may enter a security review as it is sold: it can prove its "
    + "identities, its tenants, its revocation and its log, without work made for one customer.",
  tier: .production,
  sections: [
    Profile.Section(
      "The four core proofs",
      "Without one of these it is a prototype, so they are read first.",
      [
        "TRU-5", "NHI5-1", "NHI5-5", "TEN-1", "TEN-3", "REV-1", "AUD-1",
      ]
    ),
    Profile.Section(
      "Workload identity",
      "Can each running instance prove who it is, and does somebody answer for it?",
      [
        "WID-2", "WID-4", "WID-3", "ASI03-1", "NHI1-6", "NHI4-1", "NHI4-2", "NHI4-3", "NHI4-4",
        "NHI9-1", "NHI9-2", "NHI9-3", "NHI10-1", "NHI10-2", "NHI10-3", "NHI10-4",
      ]
    ),
    Profile.Section(
      "Tenant isolation",
      "Can one customer query, retrieve or influence what belongs to another?",
      [
        "TEN-2", "TEN-4", "ASI06-1", "NHI8-2", "NHI8-3", "NHI8-4", "NHI8-1",
      ]
    ),
    Profile.Section(
      "Just-in-time access",
      "Is access given for a task and gone with it, or does it stand?",
      [
        "JIT-1", "JIT-4", "JIT-5", "NHI7-2", "NHI7-5", "JIT-7", "NHI7-1", "NHI7-3", "NHI7-4",
        "NHI5-3", "NHI5-2", "NHI5-4",
      ]
    ),
    Profile.Section(
      "Tested revocation",
      "Who has cut it off, how long did it take, and what still worked afterwards?",
      [
        "REV-3", "REV-2", "REV-4", "REV-6", "ASI10-3", "NHI1-4", "NHI1-5", "NHI1-1", "NHI1-2",
        "NHI1-3",
      ]
    ),
    Profile.Section(
      "Auditability",
      "Can the log alone say who did what to whose data, and when?",
      [
        "AUD-4", "AUD-3", "DRL-4",
      ]
    ),
    Profile.Section(
      "Standard product, kept small until approved",
      "Was the claim tested on the product as everybody gets it, and does the trial stay a trial?",
      [
        "PRO-8", "PRO-5", "CHG-6", "LIF-2", "RSP-4", "RSP-5",
      ]
    ),
    Profile.Section(
      "What agents may do",
      "Is each call decided outside the model, and is a hijacked agent held?",
      [
        "ASI02-1", "ASI02-2", "ASI02-3", "ASI02-4", "ASI02-5", "ASI02-6", "ASI02-7", "ASI03-2",
        "ASI03-3", "ASI03-4", "ASI01-1", "ASI01-2", "ASI01-3", "ASI01-4", "ASI01-5", "ASI05-1",
        "ASI05-3", "ASI05-4", "ASI05-2", "ASI06-2", "ASI06-3", "ASI06-4", "ASI06-5", "ASI06-6",
        "ASI07-1", "ASI07-2", "ASI07-3", "ASI08-1", "ASI08-2", "ASI08-3", "ASI09-1", "ASI09-2",
        "ASI09-3", "ASI09-4", "ASI10-1", "ASI10-2", "ASI10-4", "ASI10-5", "TRU-1",
      ]
    ),
    Profile.Section(
      "Secrets, suppliers and deployment",
      "Where could a secret or a component let somebody else in?",
      [
        "NHI2-2", "NHI2-4", "NHI2-3", "NHI2-1", "NHI3-1", "NHI3-2", "NHI3-3", "NHI3-4", "NHI6-1",
        "NHI6-2", "NHI6-3", "ASI04-1", "ASI04-3", "ASI04-2", "ASI04-4",
      ]
    ),
  ]
)
