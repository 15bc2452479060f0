import ControlAssessment
import ControlModel

extension Command {
  /// Shows what stands beside the verdict and never inside it.
  static let figures = Command(
    name: "figures",
    summary:
      "show figures that stand beside the verdict: coverage, kinds, times, shared credentials",
    operands: "",
    operandCount: 0...0,
    options: CommandOption.mappings + [
      CommandOption(
        "evidence",
        "DIR",
        "folder with one folder for each subject (default: evidence)"
      ),
      CommandOption(
        "policy",
        "FILE",
        "policy file (default: controls/policy.yaml where it exists)"
      ),
      CommandOption("subject", "NAME", "only this subject; may be repeated"),
    ],
    discussion: """
      Nothing decides by a figure: a high share softens no verdict. Subjects that share a credential
      are named, since one proof is not two. Logs are held for this.
      """
  ) { session in
    let inventories = try session.inventories(try session.policy().value)
    let rows = Figures.all(of: inventories).flatMap { subject, figures in
      figures.map { [subject, $0.group.rawValue, "\($0.name): \($0.value)"] }
    }
    session.console.write(Columns.text(rows, width: session.console.width))
    return .approve
  }
}
