public import ControlModel

extension TrustGraph {
  /// Builds the graph of one subject's evidence as it was at a time.
  ///
  /// - Parameters:
  ///   - inventory: The subject's evidence.
  ///   - asOf: The time: what had ended, was revoked or had not begun by then is left out.
  /// - Complexity: O(*n* log *n*) in the records, and beside it, for each actor that may change
  ///   rights, O(*i*) in the identities of its account.
  public init(_ inventory: Inventory, asOf: Instant) {
    var builder = TrustGraphBuilder(asOf: asOf)
    // First what there is, under all its names, so that every reference finds it.
    builder.describeNodes(of: inventory)
    let authority = AuthorityIndex(inventory, asOf: asOf)
    builder.addActorEdges(of: inventory)
    builder.addCredentialEdges(of: inventory)
    builder.addToolEdges(of: inventory)
    builder.addDelegationEdges(of: inventory)
    builder.addGrantEdges(of: inventory)
    builder.addTrustEdges(of: inventory, authority)
    builder.addEntitlementEdges(of: inventory, authority)
    builder.addEscalationEdges(of: inventory, authority)
    builder.addSelectorEdges(of: inventory)
    builder.addAdministrativeScopes(of: inventory)
    builder.addKubernetesGains(of: inventory, authority)
    builder.addGoogleGains(of: inventory)
    builder.addEntraGains(of: inventory)
    builder.addImportedEdges(of: inventory)
    self = builder.graph()
  }
}
