// swift-format-ignore-file
// The table is data: one row for each item, in the publisher's order, as RFC 4180 writes it.
// Official ids and titles are quoted exactly; a test pins a digest of them.

import ControlModel

extension Catalog {
  /// OWASP Agentic AI - Threats and Mitigations v1.1: 17 threats.
  ///
  /// T16 and T17 were added in v1.1; the OWASP multi-agent guide and its playbook use T16 to T47 with other meanings.
  static let owaspAgenticThreats11 = Catalog(
    framework: .agenticThreats,
    title: "OWASP Agentic AI - Threats and Mitigations v1.1",
    publisher: "OWASP GenAI Security Project",
    published: "2025-12 (v1.0 2025-02)",
    address: "https://genai.owasp.org/resource/agentic-ai-threats-and-mitigations/",
    licence: "CC BY-SA 4.0 (titles are OWASP's; meanings are our words)",
    source: "https://genai.owasp.org/resource/agentic-ai-threats-and-mitigations/",
    table: #"""
id,parent,kind,title,text
T1,,threat,Memory Poisoning,False or hostile content is planted in short- or long-term memory to bend later decisions.
T2,,threat,Tool Misuse,The agent is led to use its permitted tools for a harmful end.
T3,,threat,Privilege Compromise,Weak permission handling lets the agent act with more rights than intended.
T4,,threat,Resource Overload,"Compute, memory or service capacity of the agent system is exhausted."
T5,,threat,Cascading Hallucination Attacks,A false output is stored or passed on and multiplies through the system.
T6,,threat,Intent Breaking & Goal Manipulation,Planning and goals are altered so the agent pursues something else.
T7,,threat,Misaligned & Deceptive Behaviors,"The agent reaches its aim by harmful, forbidden or deceptive acts."
T8,,threat,Repudiation & Untraceability,Actions cannot be traced or attributed because records are missing or weak.
T9,,threat,Identity Spoofing & Impersonation,"Somebody poses as an agent or user, or takes over an agent's identity."
T10,,threat,Overwhelming Human in the Loop,Reviewers get so many or so complex requests that oversight stops working.
T11,,threat,Unexpected RCE and Code Attacks,Generated or injected code runs where it should not.
T12,,threat,Agent Communication Poisoning,Channels between agents are fed false information.
T13,,threat,Rogue Agents in Multi-Agent Systems,A malicious or compromised agent acts inside the group outside normal monitoring.
T14,,threat,Human Attacks on Multi-Agent Systems,People exploit delegation and trust between agents to escalate or disrupt.
T15,,threat,Human Manipulation,The agent's standing with its user is used to steer that person.
T16,,threat,Insecure Inter-Agent Protocol Abuse,"Flaws in agent protocols such as MCP or A2A are used to alter messages, identity or delegation."
T17,,threat,Supply Chain Compromise,"An upstream model, library, tool or other component brings the compromise in."
"""#)
}
