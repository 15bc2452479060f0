public import ControlModel
import Foundation

/// Reads the IAM credential report: the decoded CSV, or the JSON answer of the command line.
///
/// Columns go by name. The report's words for nothing mean different things in different columns: a
/// key whose last use is `N/A` was never used, a password's `no_information` says that nobody knows.
/// A slot that is neither active nor was ever changed holds no credential. Where a column is missing,
/// the records that cannot do without it are rejected.
public struct AWSCredentialReportReader: EvidenceReader {
  /// The report that IAM keeps of the users of one account.
  public let format = EvidenceFormat(
    id: "aws-credential-report",
    title: "AWS IAM credential report",
    writtenBy: "aws iam get-credential-report",
    kinds: [.iamCredentialReport, .nhiInventory]
  )

  private static let tellingColumns: Set = [
    "user_creation_time", "password_enabled", "mfa_active", "access_key_1_active",
    "access_key_1_last_rotated", "cert_1_active",
  ]

  /// Creates the reader.
  public init() {}

  /// Whether the document is a table with the report's columns, or the answer that holds one.
  public func recognizes(_ document: EvidenceDocument) -> Bool {
    if let table = document.table {
      return Self.tellingColumns.intersection(table.columns).count >= 2
    }
    guard let root = document.root else { return false }
    return root["Content"]?.value.string != nil && root["ReportFormat"] != nil
  }

  /// Reads an identity for each row and a credential for each slot that holds one.
  public func read(_ document: EvidenceDocument, into sink: inout RecordSink) throws(Diagnostic) {
    let (table, content) = try table(of: document, &sink)
    let place = content?.locator ?? Locator(path: document.path, digest: document.digest, line: 1)
    for column in ["user", "arn"] where !table.columns.contains(column) {
      throw Diagnostic(
        .recordMalformed,
        at: place,
        found: "no column \(column)",
        needed: "the columns user and arn, which say whose credentials these are",
        remedy: "export the whole report again"
      )
    }
    // IAM always lists the root: a header alone is what is left of a report.
    if table.rows.isEmpty {
      throw Diagnostic(
        .recordMalformed,
        at: place,
        found: "a header without rows",
        needed: "a row for each user",
        remedy: "export the whole report again"
      )
    }
    let positions = Dictionary(
      uniqueKeysWithValues: table.columns.enumerated().map { ($1, $0) }
    )
    var seen: Set<String> = []
    for (offset, row) in table.rows.enumerated() {
      let locator = Locator(
        path: document.path,
        digest: document.digest,
        line: content?.value.line ?? row.line,
        pointer: content.map { "\($0.pointer) row \(offset + 1)" } ?? "row \(offset + 1)"
      )
      let report = AWSReportRow(positions: positions, cells: row.cells, locator: locator)
      do throws(Diagnostic) {
        try read(report, &seen, into: &sink)
      } catch {
        sink.reject(error)
      }
    }
  }

  /// The report's table, and the member it was packed in where it stands in a JSON answer.
  private func table(
    of document: EvidenceDocument,
    _ sink: inout RecordSink
  ) throws(Diagnostic) -> (Table, Cursor?) {
    if let table = document.table { return (table, nil) }
    guard let root = document.root, let content = root["Content"], let text = content.text else {
      throw Diagnostic(
        .recordMalformed,
        at: Locator(path: document.path, digest: document.digest),
        found: "no report",
        needed: "the CSV, or the answer with Content in it",
        remedy: "export with `aws iam get-credential-report`"
      )
    }
    sink.observedAt = try root.instant("GeneratedTime")
    let isPlain = text.hasPrefix("user,")
    guard let bytes = isPlain ? Array(text.utf8) : Data(base64Encoded: text).map(Array.init) else {
      throw content.malformed(found: "text that is not base64", needed: "the report in base64")
    }
    do throws(Diagnostic) {
      let checked = try EncodingCheck.withoutMark(bytes, path: document.path)
      return (try TableReader.read(checked, path: document.path), content)
    } catch {
      var problem = error
      let line = error.locator?.line.map { " line \($0)" } ?? ""
      problem.locator = content.locator
      problem.locator?.pointer = content.pointer + line
      throw problem
    }
  }

  private func read(
    _ row: AWSReportRow,
    _ seen: inout Set<String>,
    into sink: inout RecordSink
  ) throws(Diagnostic) {
    let arn = try row.required("arn")
    let user = try row.required("user")
    guard seen.insert(arn).inserted else {
      throw Diagnostic(
        .evidenceDuplicate,
        at: row.locator,
        found: "a second row for \(clipped(arn))",
        needed: "one row for each ARN",
        remedy: "export again; do not mask account numbers"
      )
    }
    guard let account = AWSResourceName(arn)?.accountNumber ?? sink.context.account else {
      throw row.malformed("arn", found: "no account number", needed: "an ARN with an account")
    }
    let isRoot = user == "<root_account>"
    var uses: [Moment] = []
    for slot in AWSReportSlot.all {
      do throws(Diagnostic) {
        guard let credential = try slot.credential(of: arn, in: row, isRoot: isRoot) else {
          continue
        }
        uses.append(credential.lastUsedAt)
        sink.add(credential)
      } catch {
        uses.append(.notRecorded)
        sink.reject(error)
      }
    }
    sink.add(
      Identity(
        id: arn,
        kind: isRoot ? .root : .user,
        provider: "aws",
        account: account,
        displayName: user,
        privileged: isRoot ? true : nil,
        status: .enabled,
        createdAt: try row.time("user_creation_time").instant,
        lastUsedAt: latest(uses),
        locator: row.locator
      )
    )
  }

  /// The latest use of all.
  ///
  /// Never used only where every credential says so; one that does not say, and an
  /// identity without credentials, leave it open.
  private func latest(_ uses: [Moment]) -> Moment {
    if let instant = uses.compactMap(\.instant).max() { return .at(instant) }
    return !uses.isEmpty && uses.allSatisfy { $0 == .never } ? .never : .notRecorded
  }
}
