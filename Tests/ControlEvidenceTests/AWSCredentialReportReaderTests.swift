import ControlModel
import Foundation
import Testing

@testable import ControlEvidence

@Suite("Reading the AWS credential report")
struct AWSCredentialReportReaderTests {
  private static let columns =
    "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
    + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
    + "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
    + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
    + "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,"
    + "cert_1_last_rotated,cert_2_active,cert_2_last_rotated"

  private static let report =
    columns + "\n"
    + "<root_account>,arn:aws:iam::111122223333:root,2024-01-02T03:04:05+00:00,not_supported,"
    + "2026-01-05T00:00:00+00:00,not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,"
    + "false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n"
    + "ci,arn:aws:iam::111122223333:user/ci,2025-01-01T00:00:00+00:00,FALSE,N/A,N/A,N/A,FALSE,"
    + "TRUE,2025-02-01T00:00:00+00:00,N/A,N/A,N/A,false,2025-03-01T00:00:00+00:00,"
    + "2025-04-01T12:15:00+00:00,eu-west-1,s3,true,2025-05-01T00:00:00+00:00,false,N/A\n"
    + "ann,arn:aws:iam::111122223333:user/ann,2025-01-01T00:00:00+00:00,true,no_information,"
    + "2025-06-01T00:00:00+00:00,2026-06-01T00:00:00+00:00,false,false,N/A,N/A,N/A,N/A,"
    + "false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n"

  @Test func readsTheSampleOfTheEstate() throws {
    let sink = try read(fixture("aws/credential-report.csv"), path: "aws/credential-report.csv")
    #expect(sink.problems == [])
    #expect(sink.all(Identity.self).count == 5)
    #expect(
      sink.all(Credential.self).map { "\($0.id.split(separator: ":").last ?? "") \($0.status)" }
        == [
          "user/svc-claims-sync/access-key-1 active", "user/svc-ocr/access-key-1 active",
          "user/svc-ocr/access-key-2 active", "user/svc-export/password active",
          "user/svc-export/access-key-1 active", "user/pinewick-sync/access-key-1 active",
          "user/dana.roe/password active",
        ]
    )
    let key = try #require(sink.all(Credential.self).first)
    #expect(key.identity == "arn:aws:iam::444455556666:user/svc-claims-sync")
    #expect(key.kind == .accessKey)
    #expect(key.createdAt == (try instant("2025-01-14T09:00:00Z")))
    #expect(key.rotatedAt == .at(try instant("2025-01-14T09:00:00Z")))
    #expect(key.lastUsedAt == .at(try instant("2026-11-17T23:15:00Z")))
    #expect(key.expiresAt == .never)
    #expect(key.basis == .configured)
    #expect(key.locator.description == "aws/credential-report.csv:2 (row 1)")
    let owner = try #require(sink.all(Identity.self).first)
    #expect(owner.kind == .user)
    #expect(owner.account == "444455556666")
    #expect(owner.displayName == "svc-claims-sync")
    #expect(owner.createdAt == (try instant("2025-01-13T10:00:00Z")))
    #expect(owner.lastUsedAt == .at(try instant("2026-11-17T23:15:00Z")))
  }

  @Test func tellsTheThreeKindsOfNothingApart() throws {
    let sink = try read(Self.report, path: "report.csv")
    #expect(sink.problems == [])
    let found = sink.all(Credential.self).map { credential in
      "\(credential.id.dropFirst("arn:aws:iam::111122223333:".count)) \(credential.status)"
        + " used \(credential.lastUsedAt) ends \(credential.expiresAt)"
        + " factor \(credential.multiFactor.map(String.init) ?? "-")"
    }
    #expect(
      found == [
        "root/password active used 2026-01-05T00:00:00Z ends not recorded factor true",
        "user/ci/access-key-1 active used never ends never factor -",
        "user/ci/access-key-2 inactive used 2025-04-01T12:15:00Z ends never factor -",
        "user/ci/certificate-1 active used not recorded ends not recorded factor -",
        "user/ann/password active used not recorded ends 2026-06-01T00:00:00Z factor false",
      ]
    )
    let identities = sink.all(Identity.self)
    #expect(identities.map(\.kind) == [.root, .user, .user])
    #expect(identities.map(\.privileged) == [true, nil, nil])
    #expect(identities[2].lastUsedAt == .notRecorded)
  }

  @Test func aKeyThatWasNeverUsedMakesItsUserNeverUsed() throws {
    let row =
      "x,arn:aws:iam::111122223333:user/x,2025-01-01T00:00:00+00:00,false,N/A,N/A,N/A,false,"
      + "true,2025-02-01T00:00:00+00:00,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A"
    let sink = try read("\(Self.columns)\n\(row)\n", path: "report.csv")
    #expect(sink.all(Identity.self).map(\.lastUsedAt) == [.never])
  }

  @Test func readsTheAnswerOfTheCommandLine() throws {
    let packed = Data(Self.report.utf8).base64EncodedString()
    let answer = """
      {
        "Content": "\(packed)",
        "ReportFormat": "text/csv",
        "GeneratedTime": "2026-01-31T00:00:00+00:00"
      }
      """
    let sink = try read(answer, path: "report.json")
    let plain = try read(Self.report, path: "report.csv")
    #expect(sink.problems == [])
    #expect(sink.observedAt == (try instant("2026-01-31T00:00:00Z")))
    #expect(sink.all(Credential.self).map(\.id) == plain.all(Credential.self).map(\.id))
    #expect(
      sink.all(Identity.self).map(\.locator.description) == [
        "report.json:2 #/Content row 1", "report.json:2 #/Content row 2",
        "report.json:2 #/Content row 3",
      ]
    )
  }

  @Test func readsAnAnswerWhoseContentSomebodyDecoded() throws {
    let value = EvidenceValue(
      .object([
        .init(name: "Content", value: EvidenceValue(.string(Self.report))),
        .init(name: "ReportFormat", value: EvidenceValue(.string("text/csv"))),
      ])
    )
    let sink = try read(JSONText.write(value), path: "report.json")
    #expect(sink.count == 8)
    #expect(sink.observedAt == nil)
  }

  @Test func refusesAnAnswerThatIsNotBase64() throws {
    let answer = "{\n\"Content\": \"!!\", \"ReportFormat\": \"text/csv\"}"
    let found = problem { () throws(Diagnostic) in _ = try read(answer, path: "report.json") }
    #expect(found?.code == .recordMalformed)
    #expect(found?.locator?.description == "report.json:2 #/Content")
  }

  @Test func saysWhereARowWithinAnAnswerIsCutOff() throws {
    let packed = Data("\(Self.columns)\nci,arn".utf8).base64EncodedString()
    let answer = "{\"ReportFormat\": \"text/csv\",\n\"Content\": \"\(packed)\"}"
    let found = problem { () throws(Diagnostic) in _ = try read(answer, path: "report.json") }
    #expect(found?.code == .evidenceMalformed)
    #expect(found?.locator?.description == "report.json:2 #/Content line 2")
  }

  @Test(arguments: ["user", "arn"]) func refusesAHeaderWithoutItsKeys(column: String) throws {
    let header = Self.columns.split(separator: ",").filter { $0 != column }.joined(separator: ",")
    let found = problem { () throws(Diagnostic) in
      _ = try read(header + "\n", path: "report.csv")
    }
    #expect(found?.code == .recordMalformed)
    #expect(found?.found == "no column \(column)")
    #expect(found?.locator?.line == 1)
  }

  @Test(arguments: [columns + "\n", columns, "user,arn,user_creation_time,mfa_active,acc"])
  func refusesAHeaderWithoutRows(text: String) {
    let found = problem { () throws(Diagnostic) in _ = try read(text, path: "report.csv") }
    #expect(found?.code == .recordMalformed)
    #expect(found?.found == "a header without rows")
    #expect(found?.locator?.line == 1)
  }

  @Test func refusesACutOffRowWithItsLine() throws {
    let cut = String(Self.report.dropLast(40))
    let found = problem { () throws(Diagnostic) in _ = try read(cut, path: "report.csv") }
    #expect(found?.code == .evidenceMalformed)
    #expect(found?.locator?.description == "report.csv:4 (row 3)")
  }

  @Test func rejectsWhatAMissingColumnLeavesOpen() throws {
    let table =
      "user,arn,password_enabled,mfa_active,access_key_1_active,access_key_2_active,cert_1_active,"
      + "cert_2_active\n"
      + "x,arn:aws:iam::111122223333:user/x,true,maybe,true,false,,false\n"
    let sink = try read(table, path: "report.csv")
    #expect(
      sink.problems == [
        "2 row 1: mfa_active: \"maybe\"",
        "2 row 1: access_key_2_last_rotated: no such column",
        "2 row 1: cert_1_active: \"\"",
        "2 row 1: cert_2_last_rotated: no such column",
      ]
    )
    let key = try #require(sink.all(Credential.self).first)
    #expect(sink.all(Credential.self).count == 1)
    #expect(key.createdAt == nil)
    #expect(key.rotatedAt == .notRecorded)
    #expect(key.lastUsedAt == .notRecorded)
    #expect(sink.all(Identity.self).map(\.lastUsedAt) == [.notRecorded])
  }

  @Test func rejectsRowsThatCannotBeRead() throws {
    let bad = Self.report.replacingOccurrences(
      of: "2025-02-01T00:00:00+00:00",
      with: "01/02/2025 00:00"
    )
    let sink = try read(bad + (Self.report.split(separator: "\n").last ?? "") + "\n", path: "r.csv")
    #expect(
      sink.problems == [
        "3 row 2: access_key_1_last_rotated: \"01/02/2025 00:00\"",
        "5 row 4: a second row for arn:aws:iam::111122223333:user/ann",
      ]
    )
    #expect(sink.rejectedCount == 2)
  }

  @Test func yieldsTheKindsThatItSays() {
    let format = AWSCredentialReportReader().format
    #expect(Set(format.kinds) == Set(Credential.kinds + Identity.kinds))
  }
}
