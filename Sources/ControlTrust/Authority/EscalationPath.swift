/// A known way to gain rights by changing them: actions that together let an actor become another,
/// or an administrator.
///
/// The list is of AWS IAM. Sources: the public catalogues of IAM privilege escalation methods by
/// Rhino Security Labs and Bishop Fox, and the IAM documentation of each action.
struct EscalationPath: Sendable {
  /// What the way leads to.
  enum Gain: Sendable, Hashable {
    /// All power over the account, where the first action is allowed on what gives the actor its own
    /// rights: then it can write itself any.
    case ownRights(OwnRights)
    /// Any identity of these kinds on which the first action is allowed.
    case identity(of: [String])
    /// Any role that the first action may hand to a service, where the role trusts that service.
    case role(trusting: String)
    /// Any role that trusts a service and under which something of that service may run already.
    case runningRole(trusting: String, thing: String)
  }

  /// What gives an actor its rights.
  enum OwnRights: Sendable, Hashable {
    /// The user that it is.
    case user
    /// A group that it is a member of.
    case group
    /// The role that it is.
    case role
    /// A policy of the account that is attached to it.
    case policy
  }

  /// What is done, in a few words.
  let title: String
  /// The actions that are all needed; the first is the one whose resource decides.
  let actions: [String]
  /// What the way leads to.
  let gain: Gain
  /// Every known way.
  static let all: [EscalationPath] = [
    EscalationPath(
      title: "writes a new version of a policy",
      actions: ["iam:CreatePolicyVersion"],
      gain: .ownRights(.policy)
    ),
    EscalationPath(
      title: "makes an older version of a policy the one in force",
      actions: ["iam:SetDefaultPolicyVersion"],
      gain: .ownRights(.policy)
    ),
    EscalationPath(
      title: "makes an access key for a user",
      actions: ["iam:CreateAccessKey"],
      gain: .identity(of: ["user"])
    ),
    EscalationPath(
      title: "gives a user a password",
      actions: ["iam:CreateLoginProfile"],
      gain: .identity(of: ["user"])
    ),
    EscalationPath(
      title: "changes a user's password",
      actions: ["iam:UpdateLoginProfile"],
      gain: .identity(of: ["user"])
    ),
    EscalationPath(
      title: "attaches a policy to a user",
      actions: ["iam:AttachUserPolicy"],
      gain: .ownRights(.user)
    ),
    EscalationPath(
      title: "attaches a policy to a group",
      actions: ["iam:AttachGroupPolicy"],
      gain: .ownRights(.group)
    ),
    EscalationPath(
      title: "attaches a policy to a role",
      actions: ["iam:AttachRolePolicy"],
      gain: .ownRights(.role)
    ),
    EscalationPath(
      title: "writes an inline policy for a user",
      actions: ["iam:PutUserPolicy"],
      gain: .ownRights(.user)
    ),
    EscalationPath(
      title: "writes an inline policy for a group",
      actions: ["iam:PutGroupPolicy"],
      gain: .ownRights(.group)
    ),
    EscalationPath(
      title: "writes an inline policy for a role",
      actions: ["iam:PutRolePolicy"],
      gain: .ownRights(.role)
    ),
    EscalationPath(
      title: "adds a user to a group",
      actions: ["iam:AddUserToGroup"],
      gain: .identity(of: ["group"])
    ),
    EscalationPath(
      title: "rewrites who may become a role",
      actions: ["iam:UpdateAssumeRolePolicy"],
      gain: .identity(of: ["role"])
    ),
    running("ssm:SendCommand", "an EC2 instance", "ec2.amazonaws.com"),
    running("ssm:StartSession", "an EC2 instance", "ec2.amazonaws.com"),
    running("lambda:UpdateFunctionCode", "a Lambda function", "lambda.amazonaws.com"),
    running("ecs:ExecuteCommand", "an ECS task", "ecs-tasks.amazonaws.com"),
    running("glue:UpdateDevEndpoint", "a Glue endpoint", "glue.amazonaws.com"),
    running("codebuild:UpdateProject", "a CodeBuild project", "codebuild.amazonaws.com"),
    running("cloudformation:UpdateStack", "a CloudFormation stack", "cloudformation.amazonaws.com"),
    service("EC2 instance", ["ec2:RunInstances"], "ec2.amazonaws.com"),
    service(
      "Lambda function that it invokes",
      ["lambda:CreateFunction", "lambda:InvokeFunction"],
      "lambda.amazonaws.com"
    ),
    service(
      "Lambda function that an event starts",
      ["lambda:CreateFunction", "lambda:CreateEventSourceMapping"],
      "lambda.amazonaws.com"
    ),
    service("CloudFormation stack", ["cloudformation:CreateStack"], "cloudformation.amazonaws.com"),
    service("Glue endpoint", ["glue:CreateDevEndpoint"], "glue.amazonaws.com"),
    service("Glue job", ["glue:CreateJob", "glue:StartJobRun"], "glue.amazonaws.com"),
    service(
      "Data Pipeline",
      ["datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"],
      "datapipeline.amazonaws.com"
    ),
    service(
      "SageMaker notebook",
      ["sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"],
      "sagemaker.amazonaws.com"
    ),
    service(
      "CodeBuild project",
      ["codebuild:CreateProject", "codebuild:StartBuild"],
      "codebuild.amazonaws.com"
    ),
    service(
      "ECS task",
      ["ecs:RegisterTaskDefinition", "ecs:RunTask"],
      "ecs-tasks.amazonaws.com"
    ),
  ]

  private static func running(
    _ action: String,
    _ thing: String,
    _ principal: String
  ) -> EscalationPath {
    EscalationPath(
      title: "runs code in \(thing) that is there",
      actions: [action],
      gain: .runningRole(trusting: principal, thing: thing)
    )
  }

  private static func service(
    _ thing: String,
    _ actions: [String],
    _ principal: String
  ) -> EscalationPath {
    EscalationPath(
      title: "hands a role to a new \(thing)",
      actions: ["iam:PassRole"] + actions,
      gain: .role(trusting: principal)
    )
  }
}
