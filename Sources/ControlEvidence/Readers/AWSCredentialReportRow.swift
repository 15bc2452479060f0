import ControlModel

/// One place of the report that may hold a credential.
struct AWSReportSlot {
  let kind: Credential.Kind
  let name: String
  let active: String
  let changed: String
  let used: String?

  static let all =
    [
      AWSReportSlot(
        kind: .password,
        name: "password",
        active: "password_enabled",
        changed: "password_last_changed",
        used: "password_last_used"
      )
    ]
    + [1, 2].map { number in
      AWSReportSlot(
        kind: .accessKey,
        name: "access-key-\(number)",
        active: "access_key_\(number)_active",
        changed: "access_key_\(number)_last_rotated",
        used: "access_key_\(number)_last_used_date"
      )
    }
    + [1, 2].map { number in
      AWSReportSlot(
        kind: .certificate,
        name: "certificate-\(number)",
        active: "cert_\(number)_active",
        changed: "cert_\(number)_last_rotated",
        used: nil
      )
    }

  /// The slot's credential, or `nil` where it holds none.
  func credential(
    of arn: String,
    in row: AWSReportRow,
    isRoot: Bool
  ) throws(Diagnostic) -> Credential? {
    let isActive = try row.flag(active, isRoot: isRoot)
    // A console password that is switched off is deleted; a key or certificate stays as inactive.
    if !isActive, kind == .password { return nil }
    if !isActive, row.cell(changed) == nil {
      throw row.malformed(changed, found: "no such column", needed: "whether the slot is empty")
    }
    if !isActive, let cell = row.cell(changed), ["N/A", "not_supported"].contains(cell) {
      return nil
    }
    let changedAt = try row.time(changed)
    let instant = changedAt.instant
    return Credential(
      id: "\(arn)/\(name)",
      identity: arn,
      kind: kind,
      status: isActive ? .active : .inactive,
      lifetimeClass: .static,
      multiFactor: try multiFactor(row, isRoot),
      basis: .configured,
      createdAt: instant,
      rotatedAt: instant.map { .at($0) } ?? .notRecorded,
      expiresAt: try expiry(row),
      lastUsedAt: try lastUse(row),
      locator: row.locator
    )
  }

  private func multiFactor(_ row: AWSReportRow, _ isRoot: Bool) throws(Diagnostic) -> Bool? {
    guard kind == .password, row.cell("mfa_active") != nil else { return nil }
    return try row.flag("mfa_active", isRoot: false)
  }

  /// When the credential ends.
  ///
  /// Access keys never expire. A password without a next rotation is under no rule that ends it.
  /// Certificates carry their own end, which the report does not name.
  private func expiry(_ row: AWSReportRow) throws(Diagnostic) -> Moment {
    switch kind {
    case .accessKey: .never
    case .password: try row.time("password_next_rotation")
    default: .notRecorded
    }
  }

  /// When the credential was last used.
  ///
  /// `N/A` says that a key was never used. Of a password that is there it says nothing.
  private func lastUse(_ row: AWSReportRow) throws(Diagnostic) -> Moment {
    guard let used else { return .notRecorded }
    let moment = try row.time(used)
    return moment == .never && kind == .password ? .notRecorded : moment
  }
}

/// A row of the report, read by column.
struct AWSReportRow {
  let positions: [String: Int]
  let cells: [String]
  let locator: Locator

  /// The cell, or `nil` where the report lacks the column.
  func cell(_ column: String) -> String? {
    positions[column].map { cells[$0] }
  }

  func required(_ column: String) throws(Diagnostic) -> String {
    guard let cell = cell(column), !cell.isEmpty else {
      throw malformed(column, found: "nothing", needed: "a value")
    }
    return cell
  }

  /// A Boolean cell.
  ///
  /// The root has a password, of which the report says `not_supported`.
  func flag(_ column: String, isRoot: Bool) throws(Diagnostic) -> Bool {
    guard let cell = cell(column) else {
      throw malformed(column, found: "no such column", needed: "true or false")
    }
    if isRoot, cell == "not_supported" { return true }
    guard let flag = Bool(cell.lowercased()) else {
      throw malformed(column, found: "\"\(clipped(cell))\"", needed: "true or false")
    }
    return flag
  }

  /// A time; never for `N/A`, not recorded where the column is missing or says that nobody knows.
  func time(_ column: String) throws(Diagnostic) -> Moment {
    switch cell(column) {
    case nil, "no_information", "not_supported": return .notRecorded
    case "N/A": return .never
    case .some(let text):
      guard let instant = Instant(rfc3339: text) else {
        throw malformed(
          column,
          found: "\"\(clipped(text))\"",
          needed: "a time such as 2026-01-31T00:00:00+00:00"
        )
      }
      return .at(instant)
    }
  }

  func malformed(_ column: String, found: String, needed: String) -> Diagnostic {
    Diagnostic(
      .recordMalformed,
      at: locator,
      found: "\(column): \(found)",
      needed: needed,
      remedy: "export the whole report again"
    )
  }
}
