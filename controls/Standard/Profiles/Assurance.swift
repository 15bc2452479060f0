import ControlTesting

/// What an operator reads to prove what its AI systems did.
///
/// Sections and controls stand in the order of reading.
let assuranceProfile = Profile(
  "assurance",
  "AI assurance",
  decides: "able to show what its AI did, as whom, and on whose word",
  purpose:
    "Whether an operator can prove what its AI systems did: which identity touched what and "
    + "when, with credentials that end with the task, and findings that reach the next access "
    + "review.",
  tier: .production,
  sections: [
    Profile.Section(
      "Inventory",
      "Is every identity, agent and tool that acts one that is known and owned?",
      [
        "LIF-4", "ASI10-1", "TRU-1", "NHI1-6", "MAE1-2", "RSP-2",
      ]
    ),
    Profile.Section(
      "Which identity touched what, and when",
      "Can each call be followed from request to identity, decision, entitlement and data?",
      [
        "AUD-1", "AUD-5", "AUD-2", "ASI03-4", "TRU-3", "WID-4", "DRL-4", "AUD-3", "AUD-4",
      ]
    ),
    Profile.Section(
      "Credentials that end with the task",
      "Is authority issued for the task, and dead when it ends?",
      [
        "JIT-1", "JIT-2", "JIT-3", "NHI7-5", "JIT-5", "JIT-7", "JIT-6", "NHI7-2", "NHI7-1",
        "NHI7-3", "NHI7-4", "WID-1", "WID-3", "NHI4-1", "NHI4-2", "NHI4-3", "NHI4-4",
      ]
    ),
    Profile.Section(
      "One token, one workflow",
      "Could one leaked token make several workflows look right?",
      [
        "NHI9-1", "ASI03-1", "NHI9-2", "NHI10-4", "NHI9-3", "NHI10-1", "NHI10-2", "NHI10-3",
      ]
    ),
    Profile.Section(
      "Privilege drift",
      "Has any agent come to use or reach more than was approved?",
      [
        "TRU-5", "ASI02-1", "NHI5-2", "ASI03-2", "NHI5-1", "NHI5-3", "NHI5-4", "NHI5-5",
        "ASI03-3", "TRU-7", "TRU-2", "TRU-4", "TRU-8",
      ]
    ),
    Profile.Section(
      "Findings fed back into access reviews",
      "Does what was found change who may do what?",
      [
        "LIF-3", "LIF-2", "RSP-5", "LIF-1", "RSP-1", "RSP-4", "RSP-3", "EXC-2",
      ]
    ),
    Profile.Section(
      "Decisions at the time of the call",
      "Is each call decided outside the model, and by a person where it matters?",
      [
        "ASI02-2", "ASI02-3", "ASI09-1", "MAE6-2", "ASI02-4", "ASI02-5", "ASI02-6", "ASI02-7",
        "ASI09-2", "ASI09-3", "ASI09-4",
      ]
    ),
    Profile.Section(
      "Behaviour of agents",
      "Can an agent be led astray, and would it be stopped?",
      [
        "ASI10-3", "ASI10-5", "ASI01-1", "ASI01-2", "ASI01-3", "ASI01-4", "ASI01-5", "ASI05-1",
        "ASI05-3", "ASI05-4", "ASI05-2", "ASI06-1", "ASI06-2", "ASI06-3", "ASI06-4", "ASI06-5",
        "ASI06-6", "ASI07-1", "ASI07-2", "ASI07-3", "ASI08-1", "ASI08-2", "ASI08-3", "ASI10-2",
        "ASI10-4",
      ]
    ),
    Profile.Section(
      "Revocation and containment",
      "Has cutting off been tried, faster than a person could have noticed?",
      [
        "REV-1", "DRL-2", "DRL-1", "NHI1-1", "NHI1-4", "NHI1-5", "NHI1-2", "NHI1-3",
      ]
    ),
    Profile.Section(
      "Environments, secrets and supply",
      "Where could somebody else come in?",
      [
        "NHI2-2", "NHI8-3", "NHI8-2", "NHI8-4", "NHI8-1", "NHI2-3", "NHI2-4", "NHI2-1", "NHI6-1",
        "NHI6-2", "NHI6-3", "NHI3-1", "NHI3-2", "NHI3-3", "NHI3-4", "ASI04-1", "ASI04-3",
        "ASI04-2", "ASI04-4",
      ]
    ),
    Profile.Section(
      "The layers beneath",
      "Are models, data, frameworks and platforms held as MAESTRO sees them?",
      [
        "MAE5-2", "MAE1-3", "MAE1-1", "MAE1-4", "MAE2-2", "MAE2-3", "MAE2-1", "MAE3-2", "MAE3-1",
        "MAE4-2", "MAE4-3", "MAE4-4", "MAE4-1", "MAE5-3", "MAE5-4", "MAE5-1", "MAE5-5", "MAE6-3",
        "MAE6-1", "MAE7-2", "MAE7-1",
      ]
    ),
  ]
)
