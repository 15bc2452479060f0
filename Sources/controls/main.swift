import ControlsCommand
import StandardControls

await ControlsCommand.main(
  suites: StandardControls.suites,
  profiles: StandardControls.profiles
)
