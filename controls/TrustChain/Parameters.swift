import ControlTesting

extension PolicyParameter {
  static let maximumIntegrationPaths = PolicyParameter(
    "maximumIntegrationPaths",
    .integer(0),
    unit: "paths",
    "The most ways that may lead from one integration or third party to sensitive resources that nobody approved for it."
  )
}

extension Policy {
  var maximumIntegrationPaths: Int { integer(.maximumIntegrationPaths) }
}
