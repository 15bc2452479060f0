import BenchmarkControls
import ControlsCommand

// The whole tool with the suites of the benchmark in place of the standard ones.
await ControlsCommand.main(suites: BenchmarkControls.suites)
