import BenchmarkWorkloads
import Foundation

// benchmark-data FAMILY SIZE FOLDER [--seed N] [--faults N] [--broken]
// Writes evidence of a chosen size, and beside it what must be found in it.

let usage = """
  usage: benchmark-data FAMILY SIZE FOLDER [--seed N] [--faults N] [--broken]
    FAMILY      \(Workload.Family.allCases.map(\.rawValue).joined(separator: " or "))
    SIZE        how many identities or calls, from 1
    FOLDER      where evidence/ and answers.json are written
    --seed N    what the random numbers start from (default: 1)
    --faults N  how many times more records deviate than usual, 1 to 30 (default: 1)
    --broken    one line in a thousand of the log cannot be read

  """

func stop(_ text: String, code: Int32) -> Never {
  FileHandle.standardError.write(Data(text.utf8))
  exit(code)
}

var words = Array(CommandLine.arguments.dropFirst())
let isBroken = words.contains("--broken")
words.removeAll { $0 == "--broken" }

/// Takes an option and its number out of the words; `nil` where it has no number.
func number(_ name: String, in words: inout [String]) -> Int? {
  guard let place = words.firstIndex(of: name) else { return 1 }
  guard words.indices.contains(place + 1), let value = Int(words[place + 1]) else { return nil }
  words.removeSubrange(place...place + 1)
  return value
}
guard let seed = number("--seed", in: &words), let faults = number("--faults", in: &words),
  words.count == 3,
  let family = Workload.Family(rawValue: words[0]),
  let size = Int(words[1]), size >= 1
else {
  stop(usage, code: 64)
}

do {
  let workload = Workload(
    family,
    size: size,
    seed: UInt64(bitPattern: Int64(seed)),
    hasBrokenLines: isBroken,
    faultFactor: faults
  )
  let answers = try workload.write(to: URL(fileURLWithPath: words[2]))
  for (control, count) in answers.counts.sorted(by: { $0.key < $1.key }) {
    print("\(control) \(count)")
  }
} catch {
  stop("benchmark-data: \(error)\n", code: 70)
}
