import Foundation

/// A packed document as a reader undoes it; the script of the report does the same.
struct PackedDocument: Decodable {
  /// A value as it is packed.
  enum Value: Decodable {
    case none
    case truth(Bool)
    case place(Int)
    case digits(String)
    case list([Value])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let truth = try? container.decode(Bool.self) {
        self = .truth(truth)
      } else if let place = try? container.decode(Int.self) {
        self = .place(place)
      } else if let digits = try? container.decode(String.self) {
        self = .digits(digits)
      } else {
        self = .list(try container.decode([Value].self))
      }
    }
  }

  struct NotPacked: Error {}

  let texts: [String]
  let shapes: [[String]]
  let root: Value

  init(_ data: Data) throws { self = try JSONDecoder().decode(Self.self, from: data) }

  /// The document as plain JSON.
  func unpacked() throws -> Data { try JSONSerialization.data(withJSONObject: plain(root)) }

  private func plain(_ packed: Value) throws -> Any {
    switch packed {
    case .none: return NSNull()
    case .truth(let truth): return truth
    case .place(let place):
      guard texts.indices.contains(place) else { throw NotPacked() }
      return texts[place]
    case .digits(let digits):
      if let whole = Int(digits) { return whole }
      guard let number = Double(digits) else { throw NotPacked() }
      return number
    case .list(let list):
      guard case .place(let last) = list.last, last < 0 else { return try list.map(plain) }
      let place = -1 - last
      guard shapes.indices.contains(place), shapes[place].count == list.count - 1 else {
        throw NotPacked()
      }
      let members = try zip(shapes[place], list.dropLast()).map { ($0, try plain($1)) }
      return Dictionary(uniqueKeysWithValues: members)
    }
  }
}
