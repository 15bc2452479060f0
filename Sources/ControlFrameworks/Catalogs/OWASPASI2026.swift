// swift-format-ignore-file
// The table is data: one row for each item, in the publisher's order, as RFC 4180 writes it.
// Official ids and titles are quoted exactly; a test pins a digest of them.

import ControlModel

extension Catalog {
  /// OWASP Top 10 for Agentic Applications 2026: 10 risks.
  ///
  /// Short form used by OWASP inside the document: OWASP Agentic Top 10.
  static let owaspASI2026 = Catalog(
    framework: .asi,
    title: "OWASP Top 10 for Agentic Applications 2026",
    publisher: "OWASP GenAI Security Project",
    published: "2025-12-09",
    address: "https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/",
    licence: "CC BY-SA 4.0 (titles are OWASP's; meanings are our words)",
    source: "https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/",
    table: #"""
id,parent,kind,title,text
ASI01,,risk,Agent Goal Hijack,"An attacker changes what the agent is trying to achieve, often through content it reads, and the agent carries the new goal through many steps."
ASI02,,risk,Tool Misuse and Exploitation,The agent uses a legitimate tool within its rights but in a harmful or unintended way.
ASI03,,risk,Identity and Privilege Abuse,"Delegated, inherited or cached authority lets an agent, or someone steering it, act with rights nobody meant to give for that task."
ASI04,,risk,Agentic Supply Chain Vulnerabilities,"A model, tool, prompt, registry or peer agent obtained from others, often at run time, is malicious, tampered with or weak."
ASI05,,risk,Unexpected Code Execution (RCE),"Text turns into running code that the operator did not intend, up to host takeover."
ASI06,,risk,Memory & Context Poisoning,"Stored or retrieved context is corrupted so that later reasoning, across sessions or agents, goes wrong."
ASI07,,risk,Insecure Inter-Agent Communication,"Messages and discovery between agents lack authentication, integrity, freshness or meaning checks and can be forged, replayed or altered."
ASI08,,risk,Cascading Failures,"One fault spreads and grows across agents, tools and workflows faster than people can stop it."
ASI09,,risk,Human-Agent Trust Exploitation,People over-trust a fluent agent and approve or reveal what they should not.
ASI10,,risk,Rogue Agents,An agent departs from its intended function or scope and keeps acting harmfully although single actions look normal.
"""#)
}
