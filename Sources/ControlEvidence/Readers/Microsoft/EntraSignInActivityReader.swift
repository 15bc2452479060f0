import ControlModel

/// Reads when service principals last signed in, and how.
///
/// The report names applications by `appId` and knows no time of its own: it was true when it was
/// collected, as the manifest says, and looks back the 30 days for which sign-ins are kept. No sign-in
/// in them is not recorded, which is not the same as never.
struct EntraSignInActivityReader: GraphReader {
  let format = EvidenceFormat(
    id: "entra-sign-in-activity",
    title: "Microsoft Entra service principal sign-in activity",
    writtenBy: "Microsoft Graph /beta/reports/servicePrincipalSignInActivities",
    kinds: [.accessUsageReport]
  )
  let collection = "servicePrincipalSignInActivities"

  /// How long sign-ins are kept in most licences.
  private static let retention = Duration.days(30)
  /// The ways to sign in, with the permission that stands for each.
  private static let ways = [
    ("lastSignInActivity", "signIn"),
    ("delegatedClientSignInActivity", "signIn:delegatedClient"),
    ("delegatedResourceSignInActivity", "signIn:delegatedResource"),
    ("applicationAuthenticationClientSignInActivity", "signIn:applicationClient"),
    ("applicationAuthenticationResourceSignInActivity", "signIn:applicationResource"),
  ]

  func claims(_ element: EvidenceValue) -> Bool {
    GraphObject.has("appId", in: element) && !GraphObject.has("keyId", in: element)
      && Self.ways.contains { GraphObject.has($0.0, in: element) }
  }

  func known(
    of document: EvidenceDocument,
    into sink: inout RecordSink
  ) throws(Diagnostic) -> Instant { try sink.context.neededTime(document) }

  func take(_ element: Cursor, _ end: Instant, into sink: inout RecordSink) throws(Diagnostic) {
    let activity = GraphObject(element)
    let application = try activity.required("appId")
    for (member, permission) in Self.ways where activity.has(member) {
      let last = activity[member].map { GraphObject($0) }
      let used = try last?.instant("lastSignInDateTime")
      let start = end.advanced(by: .zero - Self.retention)
      sink.add(
        Usage(
          identity: application,
          permission: permission,
          tenant: sink.context.account,
          lastUsedAt: used.map { .at($0) } ?? .notRecorded,
          // A sign-in that the report still knows lies within what it looks at.
          windowStartedAt: min(used ?? start, start),
          windowEndedAt: end,
          locator: (activity[member] ?? element).locator
        )
      )
    }
  }
}
