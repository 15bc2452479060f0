import ControlTesting

/// What is read of a supplier that has been in production for a while.
///
/// Sections and controls stand in the order of reading.
let partnershipProfile = Profile(
  "partnership",
  "Long-term partnership",
  decides: "still a partner to rely on",
  purpose:
    "Whether a supplier that is in production stays trustworthy: access, data boundaries and "
    + "duties hold over time, and change does not break the evidence.",
  tier: .production,
  sections: [
    Profile.Section(
      "Red flags",
      "Any one of these ends the matter, whatever else is good.",
      [
        "TEN-2", "TEN-6", "REV-7", "PRO-10", "DAT-3", "DAT-1", "DAT-4", "PRO-9",
      ]
    ),
    Profile.Section(
      "The proofs, again",
      "Do isolation, revocation and the joined log still hold today?",
      [
        "TEN-1", "REV-1", "AUD-1", "TEN-5",
      ]
    ),
    Profile.Section(
      "Identity and access",
      "Has access stayed what was approved, or has it spread?",
      [
        "TRU-5", "LIF-2", "JIT-4", "NHI5-1", "NHI5-2", "LIF-4", "LIF-1", "NHI5-4", "NHI5-5",
        "JIT-5", "WID-3", "NHI7-2", "NHI7-1", "NHI7-3", "NHI7-4", "NHI7-5", "NHI9-1", "NHI9-3",
        "NHI10-4", "NHI8-2", "NHI8-3", "NHI8-1", "NHI1-2", "NHI1-3",
      ]
    ),
    Profile.Section(
      "Data boundaries",
      "Whose data is where, for how long, and who else sees it?",
      [
        "DAT-2", "DAT-5",
      ]
    ),
    Profile.Section(
      "Change that keeps the evidence",
      "Was each change reviewed, and can the chain of evidence be followed across it?",
      [
        "CHG-2", "CHG-1", "CHG-5", "CHG-3", "CHG-4",
      ]
    ),
    Profile.Section(
      "Responsibility and response",
      "Does each duty have one person, and has the path between the two parties been tried?",
      [
        "RSP-1", "DRL-3", "REV-4", "RSP-5",
      ]
    ),
    Profile.Section(
      "Telemetry and audit",
      "Do all sources still report?",
      [
        "AUD-4", "AUD-2",
      ]
    ),
    Profile.Section(
      "Suppliers and secrets behind the partner",
      "Is what the partner brings along still reviewed, scanned and answered?",
      [
        "NHI2-2", "NHI2-3", "NHI3-4", "NHI3-1", "NHI3-2", "NHI3-3", "ASI04-1", "ASI04-3",
        "ASI04-2", "ASI04-4",
      ]
    ),
    Profile.Section(
      "Standing of the product",
      "Is its tier still the right one, and do its agents keep to their tools?",
      [
        "PRO-4", "ASI02-1",
      ]
    ),
    Profile.Section(
      "Threats, layer by layer",
      "Has each layer's owner looked again?",
      [
        "MAE7-1", "MAE1-1", "MAE2-1", "MAE3-1", "MAE4-1", "MAE5-1", "MAE6-1",
      ]
    ),
  ]
)
