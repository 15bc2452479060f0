import ControlTesting

extension ThreatLayer {
  /// The control on the decisions about the layer's threats: the same for each layer but for its id,
  /// its sentence and what it maps to.
  ///
  /// - Parameters:
  ///   - id: The control's id.
  ///   - title: Its sentence.
  ///   - layer: What it is to the layer.
  ///   - threats: What it is to the layer's threats.
  ///   - statement: What the owner of the threat model signs.
  ///   - fileID: Where the control is written; leave it out.
  ///   - line: Where the control is written; leave it out.
  /// - Returns: The control.
  func decisions(
    _ id: String,
    _ title: String,
    _ layer: ControlTrait,
    _ threats: ControlTrait,
    signed statement: StatementAsked,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Control {
    Control(
      id,
      title,
      .severity(.medium),
      .signed(statement),
      .blocks(from: .production),
      .appliesTo(.vendor, .agentSystem),
      layer,
      threats,
      .satisfies(
        .csf("ID.RA-03"),
        because: "The threats of the layer stand in the register, each with what was decided."
      ),
      .supports(
        .csf("ID.RA-06"),
        because: "Each threat that applies has a response that somebody chose and owns."
      ),
      .supports(
        .aiRMF("GOVERN 1.4"),
        because: "The decisions, dated and signed, make the outcome of risk management visible."
      ),
      .supports(
        .aiRMF("MAP 5.1"),
        because: "A decision on a threat rests on what it could do to this system."
      ),
      .needs(
        .riskRegister,
        .aiSystemRegister,
        .agentManifest,
        .responsibilityMatrix,
        .roleRegister
      ),
      .limits(.threatModelMaximumAge),
      .rationale(
        "A threat that nobody decided on was accepted by nobody. A list that its owner signed shows "
          + "what was left open, and on whose word."
      ),
      .remedy(
        "Decide on the open threat, name its owner and control, and sign the dated list."
      ),
      fileID: fileID,
      line: line,
      subject: { scope in ThreatDecisions.deviations(of: self, scope) }
    )
  }
}
