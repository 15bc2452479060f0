import ControlAssessment
import ControlEvidence
import ControlModel
import ControlReports
import ControlTesting

/// The forms in which `controls list controls` shows the catalogue.
enum CatalogueFormat: String, CaseIterable {
  /// A line for each control.
  case text
  /// One page with figures by mode and framework.
  case markdown
  /// Everything, for other tools.
  case json
  /// A page for each control and the index, written into a folder.
  case pages
}

extension Session {
  /// Shows the catalogue in another form than a line for each control.
  ///
  /// - Parameter format: The form.
  /// - Throws: ``UsageProblem`` where pages have no folder, ``Problems`` where an example cannot be
  ///   read.
  func writeCatalogue(_ format: CatalogueFormat) throws {
    let pages = CataloguePages(try catalogueEntries(), catalogs: catalogs, sources: kindSources)
    switch format {
    case .text: break
    case .markdown: console.write(pages.index)
    case .json: console.write(pages.json)
    case .pages:
      guard let folder = arguments.value("output") else {
        throw UsageProblem("--format pages needs --output DIR, the folder to write them to")
      }
      let documents = pages.documents
      for (name, text) in documents { try OutputFile.write(text, to: "\(folder)/\(name)") }
      console.write("wrote \(documents.count) pages to \(folder)\n")
    }
  }

  private func catalogueEntries() throws -> [CatalogueEntry] {
    let word = arguments.value("filter") ?? ""
    return try controls.filter { $0.description.matches(word) }.map { control in
      let id = control.description.id
      return CatalogueEntry(
        control: control.description,
        limits: control.parameters,
        profiles: profiles.filter { $0.controls.contains(id) }.map(\.name),
        example: try example(of: id)
      )
    }
  }

  private func example(of id: String) throws -> CatalogueExample? {
    guard let folder = arguments.value("examples") else { return nil }
    let path = "\(folder)/\(id).yaml"
    do throws(Diagnostic) {
      guard let bytes = try EvidenceFolder.bytes(at: path, name: path) else { return nil }
      return try FixtureExcerpt.read(bytes, path: path)
    } catch {
      throw Problems([error])
    }
  }

  private var kindSources: [CatalogueSource] {
    EvidenceKind.all.map { kind in
      let formats = EvidenceReaders.native.map(\.format).filter { $0.kinds.contains(kind.kind) }
      return CatalogueSource(kind: kind, formats: formats.map(\.id))
    }
  }
}
