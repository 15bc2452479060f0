public struct MatrixHTML: ReportRenderer {
  public let format = "html"
  public let fileName = "matrix.html"
  public init() {}
  public func render(_ report: Report) -> String { "" }
}
