/// Which roles of Google Cloud hold the permissions by which rights are gained.
///
/// By Google's published content of each role. Policies name roles, not permissions; a right that
/// names permissions itself, as the canonical form may, is read as it stands. What a role of a
/// project or organisation allows is not in a policy: such a right gives none of these.
enum GoogleRoles {
  /// Whether a right that names a role or a permission gives a permission.
  ///
  /// - Parameters:
  ///   - permission: The permission, such as `iam.serviceAccounts.actAs`.
  ///   - action: What the right names.
  /// - Returns: Whether it does; `false` for roles whose content is not published.
  static func gives(_ permission: String, _ action: String) -> Bool {
    if action.hasPrefix("roles/") {
      return holders[permission]?.contains(String(action.dropFirst("roles/".count))) == true
    }
    return PermissionPattern(action).covers(PermissionPattern(permission))
  }

  private static let compute: Set = [
    "owner", "editor", "compute.admin", "compute.editor", "compute.instanceAdmin",
    "compute.instanceAdmin.v1", "iam.infrastructureAdmin", "iam.networkAdmin",
    "iam.siteReliabilityEngineer", "notebooks.legacyAdmin", "backupdr.computeEngineOperator",
  ]
  private static let functions: Set = [
    "owner", "editor", "cloudfunctions.admin", "cloudfunctions.developer", "cloudfunctions.editor",
    "firebase.admin", "firebase.developAdmin", "iam.dataScientist", "iam.devOps",
  ]
  private static let run: Set = functions.union([
    "run.admin", "run.developer", "run.editor", "run.sourceDeveloper", "iam.mlEngineer",
  ])

  private static let holders: [String: Set<String>] = [
    "iam.serviceAccounts.getAccessToken": [
      "iam.serviceAccountTokenCreator", "iam.workloadIdentityUser",
    ],
    "iam.serviceAccounts.signJwt": ["iam.serviceAccountTokenCreator"],
    "iam.serviceAccounts.signBlob": ["iam.serviceAccountTokenCreator"],
    "iam.serviceAccounts.getOpenIdToken": [
      "iam.serviceAccountTokenCreator", "iam.serviceAccountOpenIdTokenCreator",
      "iam.workloadIdentityUser",
    ],
    "iam.serviceAccountKeys.create": [
      "owner", "editor", "iam.admin", "iam.editor", "iam.serviceAccountKeyAdmin",
      "assuredoss.admin", "securitycenter.admin",
    ],
    "iam.serviceAccounts.setIamPolicy": [
      "owner", "iam.admin", "iam.devOps", "iam.securityAdmin", "iam.serviceAccountAdmin",
      "earthengine.appsPublisher",
    ],
    "iam.serviceAccounts.actAs": [
      "owner", "editor", "iam.admin", "iam.editor", "iam.serviceAccountUser", "iam.dataScientist",
      "iam.databasesAdmin", "iam.devOps", "dataproc.hubAgent", "backupdr.computeEngineOperator",
    ],
    "iam.roles.update": [
      "owner", "iam.admin", "iam.roleAdmin", "iam.organizationRoleAdmin",
    ],
    "resourcemanager.projects.setIamPolicy": [
      "owner", "iam.securityAdmin", "resourcemanager.folderAdmin",
      "resourcemanager.organizationAdmin", "resourcemanager.projectIamAdmin",
    ],
    "resourcemanager.folders.setIamPolicy": [
      "iam.securityAdmin", "resourcemanager.folderAdmin", "resourcemanager.folderIamAdmin",
      "resourcemanager.organizationAdmin",
    ],
    "resourcemanager.organizations.setIamPolicy": [
      "iam.securityAdmin", "resourcemanager.organizationAdmin",
    ],
    "compute.instances.create": compute,
    "compute.instances.setMetadata": compute,
    "cloudfunctions.functions.create": functions,
    "cloudfunctions.functions.update": functions,
    "run.services.create": run,
    "run.services.update": run,
    "dataflow.jobs.create": ["owner", "editor", "dataflow.admin", "dataflow.developer"],
    "dataproc.clusters.create": [
      "owner", "editor", "dataproc.admin", "dataproc.editor", "dataproc.hubAgent", "iam.mlEngineer",
    ],
    "composer.environments.create": [
      "owner", "editor", "composer.admin", "composer.editor",
      "composer.environmentAndStorageObjectAdmin",
    ],
    "workflows.workflows.create": ["owner", "editor", "workflows.admin", "workflows.editor"],
    "cloudscheduler.jobs.create": ["owner", "editor", "cloudscheduler.admin"],
    "notebooks.instances.create": [
      "owner", "editor", "notebooks.admin", "notebooks.editor", "notebooks.legacyAdmin",
      "notebooks.runner",
    ],
    "aiplatform.customJobs.create": [
      "owner", "editor", "aiplatform.admin", "aiplatform.editor", "aiplatform.user",
      "iam.dataScientist", "iam.mlEngineer",
    ],
    "deploymentmanager.deployments.create": [
      "owner", "editor", "deploymentmanager.admin", "deploymentmanager.editor",
    ],
    "cloudbuild.builds.create": [
      "owner", "editor", "cloudbuild.admin", "cloudbuild.editor", "cloudbuild.builds.builder",
      "cloudbuild.builds.editor", "composer.worker", "dataflow.admin", "dataflow.developer",
      "iam.devOps", "run.sourceDeveloper",
    ],
  ]
}
