/// A count as people read it, with a comma between thousands: `1,204`.
///
/// The form does not follow the machine's language, so that reports are equal everywhere.
func grouped(_ count: Int) -> String {
  let digits = String(count.magnitude)
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return count < 0 ? "-" + text : text
}

/// A count with its noun, such as `1 subject` or `1,204 findings`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
}

/// The first twelve digits of a digest, enough to recognise a file by; `none` where there is none.
func shortDigest(_ digest: String) -> String {
  digest.isEmpty ? "none" : visible(String(digest.prefix(12)))
}
