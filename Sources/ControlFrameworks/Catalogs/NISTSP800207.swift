// swift-format-ignore-file
// The table is data: one row for each item, in the publisher's order, as RFC 4180 writes it.
// Official ids and titles are quoted exactly; a test pins a digest of them.

import ControlModel

extension Catalog {
  /// NIST SP 800-207 Zero Trust Architecture - seven tenets: 7 tenets.
  ///
  /// The document numbers its tenets 1 to 7; the letter T is ours.
  static let nistSP800207 = Catalog(
    framework: .sp800207,
    title: "NIST SP 800-207 Zero Trust Architecture - seven tenets",
    publisher: "NIST",
    published: "2020-08",
    address: "https://doi.org/10.6028/NIST.SP.800-207",
    licence: "public domain (NIST); short names in our words",
    source: "NIST SP 800-207 section 2.1 (2020), https://doi.org/10.6028/NIST.SP.800-207",
    table: #"""
id,parent,kind,title,text
T1,,control,All data sources and computing services are resources,
T2,,control,All communication is secured whatever the network location,
T3,,control,Access is granted per session,
T4,,control,Access is decided by dynamic policy,
T5,,control,Integrity and posture of all assets are monitored and measured,
T6,,control,Authentication and authorisation are dynamic and enforced before access,
T7,,control,State information is collected and used to improve posture,
"""#)
}
