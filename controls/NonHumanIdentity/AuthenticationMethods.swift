import ControlTesting
import SuiteVocabulary

/// Methods in use that the policy does not allow: by each credential, and by each client's settings.
struct AuthenticationMethods: Fold {
  /// Credentials of persons are judged by the controls on people's sign-in.
  static func isMember(_ credential: Credential, _ scope: Scope) -> Bool {
    credential.isUsable && scope.identity(called: credential.identity)?.kind != .person
  }

  mutating func observe(_ credential: Credential, _ scope: Scope) throws {
    try expect("method", credential.kind.method, .oneOf(scope.policy.allowedMethods))
  }

  mutating func merge(_ later: AuthenticationMethods) {}

  func deviations(_ scope: Scope) -> [Deviation] {
    let allowed = Set(scope.policy.allowedMethods)
    let expected = Comparator<[String]>.subset(of: scope.policy.allowedMethods).expectation
    return scope.records(ClientSetting.self).compactMap { setting in
      let methods = setting.methods.map(Self.plainName)
      if !methods.isEmpty, methods.allSatisfy(allowed.contains) { return nil }
      let others = methods.filter { !allowed.contains($0) }
      return Deviation(
        "methods of client",
        expected: expected,
        observed: others.isEmpty ? "not recorded" : others.joined(separator: ", "),
        record: setting
      )
    }
  }

  /// The policy's word for a method that OAuth names otherwise (RFC 7523, RFC 8705, RFC 8693).
  private static func plainName(_ method: String) -> String {
    switch method {
    case "private_key_jwt", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer":
      "signed-assertion"
    case "tls_client_auth", "self_signed_tls_client_auth": "workload-certificate"
    case "urn:ietf:params:oauth:grant-type:token-exchange": "federated-token"
    default: method
    }
  }
}

extension Credential.Kind {
  /// The method that the credential is used in, in the words of the policy.
  ///
  /// A signed request of a cloud access key and a service account's key file are named apart from the
  /// signed assertion of a workload: their key leaves the place where it was made.
  fileprivate var method: String {
    switch self {
    case .certificate, .workloadDocument: "workload-certificate"
    case .federated: "federated-token"
    case .serviceAccountKey: "service-account-key"
    case .accessKey: "access-key"
    case .password: "password"
    case .appPassword: "app-password"
    case .clientSecret: "client-secret"
    case .sshKey: "ssh-key"
    case .apiKey: "api-key"
    case .personalAccessToken: "personal-access-token"
    case .token: "bearer-token"
    }
  }
}
