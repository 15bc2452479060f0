// swift-format-ignore-file
// The table is data: one row for each item, in the publisher's order, as RFC 4180 writes it.
// Official ids and titles are quoted exactly; a test pins a digest of them.

import ControlModel

extension Catalog {
  /// NIST AI 600-1 Generative AI Profile: 12 risks.
  ///
  /// Ids are the section numbers; the contents page and section 2.6 heading say Harmful Bias and Homogenization, the risk list says or.
  static let nistAI6001 = Catalog(
    framework: .ai600,
    title: "NIST AI 600-1 Generative AI Profile",
    publisher: "NIST",
    published: "2024-07-26",
    address: "https://doi.org/10.6028/NIST.AI.600-1",
    licence: "public domain (NIST)",
    table: #"""
id,parent,kind,title,text,source
2.1,,risk,CBRN Information or Capabilities,"Easier access to, or synthesis of, knowledge useful for chemical, biological, radiological or nuclear weapons.","NIST AI 600-1 (2024-07-26), section 2.1, https://doi.org/10.6028/NIST.AI.600-1"
2.2,,risk,Confabulation,Confident but false output that may mislead people.,"NIST AI 600-1 (2024-07-26), section 2.2, https://doi.org/10.6028/NIST.AI.600-1"
2.3,,risk,"Dangerous, Violent, or Hateful Content","Easier production of or exposure to violent, inciting, self-harm or hateful content.","NIST AI 600-1 (2024-07-26), section 2.3, https://doi.org/10.6028/NIST.AI.600-1"
2.4,,risk,Data Privacy,"Leakage, unauthorised use, disclosure or de-anonymisation of personal or sensitive data.","NIST AI 600-1 (2024-07-26), section 2.4, https://doi.org/10.6028/NIST.AI.600-1"
2.5,,risk,Environmental Impacts,Harm to ecosystems from heavy compute use.,"NIST AI 600-1 (2024-07-26), section 2.5, https://doi.org/10.6028/NIST.AI.600-1"
2.6,,risk,Harmful Bias or Homogenization,"Amplified bias, unequal performance or undue sameness of outputs.","NIST AI 600-1 (2024-07-26), section 2.6, https://doi.org/10.6028/NIST.AI.600-1"
2.7,,risk,Human-AI Configuration,"People and AI arranged so that over-reliance, aversion, anthropomorphising or entanglement cause harm.","NIST AI 600-1 (2024-07-26), section 2.7, https://doi.org/10.6028/NIST.AI.600-1"
2.8,,risk,Information Integrity,Easier production and spread of content that does not separate fact from fiction.,"NIST AI 600-1 (2024-07-26), section 2.8, https://doi.org/10.6028/NIST.AI.600-1"
2.9,,risk,Information Security,"Lower barriers to cyber attack and a larger attack surface of the AI itself, its data, weights and code.","NIST AI 600-1 (2024-07-26), section 2.9, https://doi.org/10.6028/NIST.AI.600-1"
2.10,,risk,Intellectual Property,Easier copying of protected material or exposure of trade secrets.,"NIST AI 600-1 (2024-07-26), section 2.10, https://doi.org/10.6028/NIST.AI.600-1"
2.11,,risk,"Obscene, Degrading, and/or Abusive Content",Easier production of or exposure to obscene or abusive imagery.,"NIST AI 600-1 (2024-07-26), section 2.11, https://doi.org/10.6028/NIST.AI.600-1"
2.12,,risk,Value Chain and Component Integration,Upstream parts that cannot be traced or were not properly vetted.,"NIST AI 600-1 (2024-07-26), section 2.12, https://doi.org/10.6028/NIST.AI.600-1"
"""#)
}
