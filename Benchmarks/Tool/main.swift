import BenchmarkControls
import ControlsCommand
import Dispatch

// The whole tool with the suites of the benchmark in place of the standard ones.
//
// The first thread waits rather than end when the work moves on to others: callgrind, which counts
// instructions (Benchmarks/instructions.sh), loses its way where it ends.
let isDone = DispatchSemaphore(value: 0)
Task.detached {
  await ControlsCommand.main(suites: BenchmarkControls.suites)
}
isDone.wait()
