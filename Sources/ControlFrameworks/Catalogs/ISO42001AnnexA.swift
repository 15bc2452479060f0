// swift-format-ignore-file
// The table is data: one row for each item, in the publisher's order, as RFC 4180 writes it.
// Official ids and titles are quoted exactly; a test pins a digest of them.

import ControlModel

extension Catalog {
  /// ISO/IEC 42001:2023 Annex A: 9 objectives (2 sub-groups), 38 controls.
  static let iso42001AnnexA = Catalog(
    framework: .iso42001,
    title: "ISO/IEC 42001:2023 Annex A",
    publisher: "ISO/IEC",
    published: "2023-12",
    address: "https://www.iso.org/standard/81230.html",
    licence: "ISO copyright; ids and short titles only, never the control text",
    source: "ISO/IEC 42001:2023 Annex A (ids and short titles only)",
    table: #"""
id,parent,kind,title,text
A.2,,category,Policies related to AI,
A.2.2,A.2,control,AI policy,
A.2.3,A.2,control,Alignment with other organizational policies,
A.2.4,A.2,control,Review of the AI policy,
A.3,,category,Internal organization,
A.3.2,A.3,control,AI roles and responsibilities,
A.3.3,A.3,control,Reporting of concerns,
A.4,,category,Resources for AI systems,
A.4.2,A.4,control,Resource documentation,
A.4.3,A.4,control,Data resources,
A.4.4,A.4,control,Tooling resources,
A.4.5,A.4,control,System and computing resources,
A.4.6,A.4,control,Human resources,
A.5,,category,Assessing impacts of AI systems,
A.5.2,A.5,control,AI system impact assessment process,
A.5.3,A.5,control,Documentation of AI system impact assessments,
A.5.4,A.5,control,Assessing AI system impact on individuals or groups of individuals,
A.5.5,A.5,control,Assessing societal impacts of AI systems,
A.6,,category,AI system life cycle,
A.6.1,A.6,category,Management guidance for AI system development,
A.6.1.2,A.6.1,control,Objectives for responsible development of AI system,
A.6.1.3,A.6.1,control,Processes for responsible AI system design and development,
A.6.2,A.6,category,AI system life cycle,
A.6.2.2,A.6.2,control,AI system requirements and specification,
A.6.2.3,A.6.2,control,Documentation of AI system design and development,
A.6.2.4,A.6.2,control,AI system verification and validation,
A.6.2.5,A.6.2,control,AI system deployment,
A.6.2.6,A.6.2,control,AI system operation and monitoring,
A.6.2.7,A.6.2,control,AI system technical documentation,
A.6.2.8,A.6.2,control,AI system recording of event logs,
A.7,,category,Data for AI systems,
A.7.2,A.7,control,Data for development and enhancement of AI system,
A.7.3,A.7,control,Acquisition of data,
A.7.4,A.7,control,Quality of data for AI systems,
A.7.5,A.7,control,Data provenance,
A.7.6,A.7,control,Data preparation,
A.8,,category,Information for interested parties of AI systems,
A.8.2,A.8,control,System documentation and information for users,
A.8.3,A.8,control,External reporting,
A.8.4,A.8,control,Communication of incidents,
A.8.5,A.8,control,Information for interested parties,
A.9,,category,Use of AI systems,
A.9.2,A.9,control,Processes for responsible use of AI systems,
A.9.3,A.9,control,Objectives for responsible use of AI system,
A.9.4,A.9,control,Intended use of the AI system,
A.10,,category,Third-party and customer relationships,
A.10.2,A.10,control,Allocating responsibilities,
A.10.3,A.10,control,Suppliers,
A.10.4,A.10,control,Customers,
"""#)
}
