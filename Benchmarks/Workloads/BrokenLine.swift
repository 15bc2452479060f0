/// The ways in which a line of a log may be unreadable.
enum BrokenLine: Int, CaseIterable {
  case cutOff
  case noTool
  case wrongTime
  case unknownWord
  case nameTwice
  case notJSON

  /// Writes a line that looks like a call and cannot be read.
  func write(_ call: CallDraft, to text: inout ObjectText) {
    let start = text.bytes.count
    if self == .notJSON {
      text.append("#<2026-11-02 log rotated>\n")
      return
    }
    text.begin()
    text.member("id", Name.call(call.index))
    text.member("traceID", prefix: "", words: [1, UInt64(call.index)])
    text.member("spanID", prefix: "", words: [UInt64(call.index)])
    text.member("run", Name.run(call.session))
    text.member("agent", Name.agent(call.agent))
    if self == .nameTwice { text.member("agent", Name.agent(0)) }
    text.member("credential", Name.credential(call.credential))
    if self != .noTool { text.member("tool", Name.tool(call.tool)) }
    text.member("action", "read")
    text.member("tenant", Name.tenant(call.tenant))
    text.member("result", self == .unknownWord ? "fine" : "ok")
    if self == .wrongTime {
      text.member("startedAt", "2026-13-01T00:00:00Z")
    } else {
      text.member("startedAt", call.startedAt)
    }
    text.end()
    if self == .cutOff {
      text.cut(to: start + (text.bytes.count - start) / 2)
      text.append("\n")
    }
  }
}
