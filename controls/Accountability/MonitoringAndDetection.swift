import ControlTesting
import SuiteVocabulary

/// Who would notice: what can go wrong is known, and something was seen to notice it.
public let monitoringAndDetection = ControlSuite(
  "MonitoringAndDetection",
  .reference("NIST CSF 2.0, DE.CM-09 and DE.AE-02: https://doi.org/10.6028/NIST.CSWP.29")
) {
  Control(
    "DET-1",
    "Each failure mode has a detection source with a test that is in date",
    .severity(.medium),
    .blocks(from: .production),
    .appliesTo(.vendor, .environment),
    .supports(
      .csf("DE.CM-09"),
      because: "What is monitored is what can fail, and the monitoring was tried."
    ),
    .supports(
      .csf("DE.AE-02"),
      because: "An event of a known failure mode can be told from others when it is analysed."
    ),
    .supports(
      .maestro("L5"),
      because: "Observability is shown by a failure that was noticed in a test."
    ),
    .supports(
      .maestro("L5.4"),
      because: "A failure that was noticed once is not one that slips past."
    ),
    .supports(
      .aiRMF("MANAGE 4.1"),
      because: "The monitoring plan names what it must notice, and was tried."
    ),
    .needs(.logPipelineStatus),
    .limits(.detectionTestMaximumAge),
    .rationale(
      "A failure that nobody notices is found by its victims. A detection that was never tried is a "
        + "guess."
    ),
    .remedy("Name a source for the failure mode and fire it in a test."),
    judge: { (mode: FailureMode, scope) in try mode.expectDetected(in: scope) }
  )
}
