/// The roles that may sign statements on cybersecurity governance.
enum Signers {
  static let executives = ["accountable-executive", "chief-executive", "ciso"]
  static let riskOwners = ["risk-officer", "ciso"]
  static let counsel = ["general-counsel", "legal-counsel"]
  static let serviceOwners = [
    "service-owner", "business-owner", "platform-owner", "environment-owner",
  ]
  static let people = ["human-resources"]
  static let procurement = ["procurement-lead", "vendor-owner", "ciso"]
  static let security = ["ciso", "control-owner", "security-approver"]
  static let architects = ["architect", "ciso"]
  static let engineers = ["engineering-owner", "platform-owner", "environment-owner"]
  static let facilities = ["facility-owner", "environment-owner"]
  static let incidentLeads = ["incident-lead", "ciso"]
  static let communications = ["communications-owner", "incident-lead"]
  static let training = ["training-owner", "human-resources"]
}
