/// A known way to act as a service account of Google Cloud.
///
/// Sources: the IAM documentation, "Service account impersonation" and "Attach service accounts to
/// resources", and the public catalogue of escalation methods by Rhino Security Labs.
struct GoogleWay: Sendable {
  /// What is done, in a few words.
  let title: String
  /// The permission that it takes.
  let permission: String
  /// What must hold beside.
  let conditions: [String]

  private init(_ title: String, _ permission: String, if conditions: [String] = []) {
    self.title = title
    self.permission = permission
    self.conditions = conditions
  }

  /// The ways on the account itself.
  static let direct: [GoogleWay] = [
    GoogleWay("makes access tokens for it", "iam.serviceAccounts.getAccessToken"),
    GoogleWay("signs tokens in its name", "iam.serviceAccounts.signJwt"),
    GoogleWay("signs in its name", "iam.serviceAccounts.signBlob"),
    GoogleWay("makes a key for it", "iam.serviceAccountKeys.create"),
    GoogleWay("lets itself act as it", "iam.serviceAccounts.setIamPolicy"),
    GoogleWay(
      "makes identity tokens for it",
      "iam.serviceAccounts.getOpenIdToken",
      if: ["what it calls takes identity tokens"]
    ),
  ]

  /// What may be started under an account by whoever may act as it, the surest first.
  static let starting: [GoogleWay] = [
    GoogleWay("starts an instance under it", "compute.instances.create"),
    GoogleWay("makes a function under it", "cloudfunctions.functions.create"),
    GoogleWay("makes a service under it", "run.services.create"),
    GoogleWay("starts a data flow under it", "dataflow.jobs.create"),
    GoogleWay("starts a Dataproc cluster under it", "dataproc.clusters.create"),
    GoogleWay("makes a Composer environment under it", "composer.environments.create"),
    GoogleWay("makes a workflow under it", "workflows.workflows.create"),
    GoogleWay("schedules calls under it", "cloudscheduler.jobs.create"),
    GoogleWay("starts a notebook under it", "notebooks.instances.create"),
    GoogleWay("starts a training job under it", "aiplatform.customJobs.create"),
    GoogleWay("starts a build under it", "cloudbuild.builds.create"),
    GoogleWay(
      "rewrites a function that runs under it",
      "cloudfunctions.functions.update",
      if: ["there is a function to rewrite"]
    ),
    GoogleWay(
      "rewrites a service that runs under it",
      "run.services.update",
      if: ["there is a service to rewrite"]
    ),
    GoogleWay(
      "enters an instance that runs under it",
      "compute.instances.setMetadata",
      if: ["an instance runs as it"]
    ),
  ]

  /// What runs under an agent of Google's in the project, whose name ends so, without asking whether
  /// one may act as it.
  static let agents: [(way: GoogleWay, suffix: String)] = [
    (
      GoogleWay("has Deployment Manager act", "deploymentmanager.deployments.create"),
      "@cloudservices.gserviceaccount.com"
    ),
    (
      GoogleWay("has Cloud Build act", "cloudbuild.builds.create"),
      "@cloudbuild.gserviceaccount.com"
    ),
  ]
}
