import ControlTrust
import Testing

struct PermissionPatternTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let left: String
    let right: String
    let covers: Bool
    let overlaps: Bool
    var testDescription: String { "\(left) and \(right)" }
  }

  static let cases: [Case] = [
    Case(left: "*", right: "s3:GetObject", covers: true, overlaps: true),
    Case(left: "s3:*", right: "S3:getobject", covers: true, overlaps: true),
    Case(left: "s3:Get*", right: "s3:PutObject", covers: false, overlaps: false),
    Case(left: "s3:Get*", right: "s3:*Object", covers: false, overlaps: true),
    Case(left: "s3:*", right: "s3:Get*", covers: true, overlaps: true),
    Case(left: "iam:Pass?ole", right: "iam:PassRole", covers: true, overlaps: true),
    Case(left: "iam:Pass?ole", right: "iam:PassXXole", covers: false, overlaps: false),
    Case(left: "a*c", right: "ab", covers: false, overlaps: false),
    Case(left: "a*c", right: "*b", covers: false, overlaps: false),
    Case(left: "a*", right: "*b", covers: false, overlaps: true),
    Case(left: "user/${aws:username}", right: "user/ann", covers: true, overlaps: true),
    Case(left: "", right: "a", covers: false, overlaps: false),
    Case(left: "", right: "*", covers: false, overlaps: true),
  ]

  @Test(arguments: cases)
  func coversAndOverlaps(_ example: Case) {
    let left = PermissionPattern(example.left)
    let right = PermissionPattern(example.right)
    #expect(left.covers(right) == example.covers)
    #expect(left.overlaps(right) == example.overlaps)
    #expect(right.overlaps(left) == example.overlaps)
  }

  /// Over short names of two letters every pattern is compared with what it stands for.
  @Test func agreesWithListingEveryName() {
    let letters = ["a", "b"]
    var names = [""]
    for _ in 0..<4 { names += names.flatMap { name in letters.map { name + $0 } } }
    let known = Set(names)
    var patterns = [""]
    for _ in 0..<3 {
      patterns += patterns.flatMap { name in ["a", "b", "*", "?"].map { name + $0 } }
    }
    let unique = Set(patterns).sorted()
    let meaning = unique.map { text in
      known.filter { PermissionPattern(text).covers(PermissionPattern($0)) }
    }
    for (left, leftNames) in zip(unique, meaning) {
      for (right, rightNames) in zip(unique, meaning) {
        // Patterns of three signs that meet at all meet in a name of at most four letters.
        let meet = !leftNames.isDisjoint(with: rightNames)
        #expect(
          PermissionPattern(left).overlaps(PermissionPattern(right)) == meet,
          "\(left) and \(right)"
        )
        if PermissionPattern(left).covers(PermissionPattern(right)) {
          #expect(rightNames.isSubset(of: leftNames), "\(left) covers \(right)")
        }
      }
    }
  }
}
