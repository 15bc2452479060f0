import ControlTesting

/// What a buyer reads before a tool is bought and connected.
///
/// Sections and controls stand in the order of reading.
let procurementProfile = Profile(
  "procurement",
  "Procurement",
  decides: "may be bought and connected",
  purpose:
    "Whether a tool may be bought and connected: the buyer knows what it will create and use, "
    + "who approves, rotates and revokes it, and that it stays away from production until it "
    + "was validated.",
  tier: .pilot,
  sections: [
    Profile.Section(
      "The decision and its record",
      "Who decided what, apart from the commercial yes, and until when?",
      [
        "PRO-1", "PRO-2", "PRO-4", "PRO-3", "PRO-7", "EXC-1",
      ]
    ),
    Profile.Section(
      "Pilots kept from production",
      "Does the trial touch production, or has it already become it?",
      [
        "PRO-5", "NHI8-4", "NHI8-3", "NHI8-2", "NHI8-1",
      ]
    ),
    Profile.Section(
      "What the tool creates or uses",
      "Which identities, keys, grants and connectors come with it, and does an inventory hold them all?",
      [
        "PRO-6", "LIF-4", "LIF-1", "TRU-5", "TRU-6", "TRU-1", "NHI3-1", "NHI3-2", "NHI3-3",
        "NHI3-4", "TRU-4",
      ]
    ),
    Profile.Section(
      "Who approves, rotates and revokes",
      "Is there a person for each, and has it been tried?",
      [
        "RSP-2", "NHI1-6", "NHI5-4", "REV-1", "REV-5", "REV-4", "DRL-3", "RSP-3", "NHI1-1",
        "NHI1-4", "NHI1-5", "NHI1-2", "NHI1-3", "NHI7-2", "NHI7-1", "NHI7-3", "NHI7-4", "NHI7-5",
      ]
    ),
    Profile.Section(
      "Fit with the buyer's identity system",
      "Does it bring identities that can be told apart, bounded and managed as the others are?",
      [
        "WID-1", "NHI4-1", "NHI5-1", "NHI4-2", "NHI4-3", "NHI4-4", "NHI5-3", "NHI5-2", "NHI5-5",
        "NHI9-1", "NHI9-2", "NHI9-3", "NHI10-1", "NHI10-2", "NHI10-3", "NHI10-4", "JIT-7",
      ]
    ),
    Profile.Section(
      "Evidence, not promises",
      "Which claims has the buyer tested, and what would the log show?",
      [
        "PRO-8", "AUD-1", "AUD-4", "DET-1", "AUD-2", "AUD-3", "AUD-5", "CHG-1", "CHG-5",
      ]
    ),
    Profile.Section(
      "Support and contract",
      "May the supplier's people come in, for how long, and who sees it?",
      [
        "PRO-10"
      ]
    ),
    Profile.Section(
      "Secrets and what is deployed",
      "Does it bring leaked secrets, open pipelines or components nobody checked?",
      [
        "NHI2-2", "NHI2-4", "ASI04-3", "NHI2-3", "NHI2-1", "NHI6-1", "NHI6-2", "NHI6-3",
        "ASI04-1", "ASI04-2", "ASI04-4",
      ]
    ),
    Profile.Section(
      "Agents and their tools",
      "If it acts by itself, is it held?",
      [
        "ASI10-1", "ASI02-1", "ASI02-3", "ASI02-2", "ASI02-4", "ASI02-5", "ASI02-6", "ASI02-7",
        "ASI03-1", "ASI03-2", "ASI03-3", "ASI03-4",
      ]
    ),
    Profile.Section(
      "Threats, layer by layer",
      "Has somebody looked at each layer of it and signed what they decided?",
      [
        "MAE7-1", "MAE1-1", "MAE1-2", "MAE1-3", "MAE1-4", "MAE2-2", "MAE2-3", "MAE2-1", "MAE3-2",
        "MAE3-1", "MAE4-2", "MAE4-3", "MAE4-4", "MAE4-1", "MAE5-2", "MAE5-3", "MAE5-4", "MAE5-1",
        "MAE5-5", "MAE6-2", "MAE6-3", "MAE6-1", "MAE7-2",
      ]
    ),
  ]
)
