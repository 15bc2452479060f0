// swift-format-ignore-file
// The table is data: citations as published articles wrote them, and the items each stands for.

/// Citations in the wild with framework, citation, the text beside it, and what it stands for.
let seedCitations = #"""
framework,citation,text,resolves_to
OWASP Non-Human Identity Top 10,NHI-03,Long-term partnerships often fail when credential rotation and access governance degrade.,OWASP-NHI-2025:NHI7:2025;OWASP-NHI-2025:NHI3:2025;OWASP-NHI-2025:NHI5:2025;OWASP-NHI-2025:NHI1:2025
CSA MAESTRO,(no item),MAESTRO addresses threat modeling and lifecycle control for agentic AI partnerships.,CSA-MAESTRO-2025:L6;CSA-MAESTRO-2025:L7;CSA-MAESTRO-2025:X
NIST AI RMF,(no item),"Partnerships need ongoing governance, mapping, and measurement across the AI lifecycle.",NIST-AI-RMF-1.0:GOVERN 6.1;NIST-AI-RMF-1.0:MAP 4.1;NIST-AI-RMF-1.0:MEASURE 2.4;NIST-AI-RMF-1.0:MANAGE 3.1
NIST AI Risk Management Framework,"(body text, no item)",treats governance and mapping as ongoing functions rather than one-time checks,NIST-AI-RMF-1.0:GOVERN 1.5;NIST-AI-RMF-1.0:MAP 1.1
CSA MAESTRO agentic AI threat modeling framework,"(body text, no item)","think in terms of operational lifecycle and control ownership, not isolated deployments",CSA-MAESTRO-2025:L6
OWASP Non-Human Identity Top 10,NHI-03,Credential rotation and revocation are central to readiness for enterprise review.,OWASP-NHI-2025:NHI7:2025;OWASP-NHI-2025:NHI1:2025
NIST CSF 2.0,PR.AC-4,Least-privilege access and identity governance are core enterprise review criteria.,NIST-CSF-2.0:PR.AA-05;NIST-CSF-1.1:PR.AC-4
NIST AI RMF,(no item),"AI RMF covers governance, accountability, and operational risk for AI products.",NIST-AI-RMF-1.0:GOVERN 2.1;NIST-AI-RMF-1.0:GOVERN 2.3;NIST-AI-RMF-1.0:MEASURE 2.8;NIST-AI-RMF-1.0:MANAGE 4.1
NIST Cybersecurity Framework 2.0,"(body text, no item, twice)","identity, access, and logging must be built in, not bolted on",NIST-CSF-2.0:PR.AA-01;NIST-CSF-2.0:PR.AA-05;NIST-CSF-2.0:PR.PS-04
OWASP Non-Human Identity Top 10,NHI-03,Covers secret rotation and lifecycle control for tool-issued identities.,OWASP-NHI-2025:NHI7:2025;OWASP-NHI-2025:NHI1:2025;OWASP-NHI-2025:NHI3:2025
OWASP Agentic AI Top 10,A-04,"Focuses on agent access, autonomy, and tool-call governance.",OWASP-ASI-2026:ASI02;OWASP-ASI-2026:ASI03
CSA MAESTRO,M1,Addresses threat modeling and control scoping for agentic AI platforms.,CSA-MAESTRO-2025:L1;CSA-MAESTRO-2025:L2;CSA-MAESTRO-2025:L3;CSA-MAESTRO-2025:L4;CSA-MAESTRO-2025:L5;CSA-MAESTRO-2025:L6;CSA-MAESTRO-2025:L7;CSA-MAESTRO-2025:X
NIST AI RMF,(no item),"Supports governance and lifecycle risk management for AI systems; Use AI RMF to tie procurement approval to governance, monitoring, and accountability.",NIST-AI-RMF-1.0:GOVERN 6.1;NIST-AI-RMF-1.0:MAP 4.1;NIST-AI-RMF-1.0:MANAGE 1.1;NIST-AI-RMF-1.0:MANAGE 3.1;NIST-AI-RMF-1.0:GOVERN 2.1
CSA MAESTRO agentic AI threat modeling framework; NIST’s AI Risk Management Framework,"(body text, no item)",both of which emphasize lifecycle risk rather than point-in-time acquisition,CSA-MAESTRO-2025:L6;NIST-AI-RMF-1.0:GOVERN 1.5;NIST-AI-RMF-1.0:MANAGE 4.1
NIST’s zero trust guidance,"(body text, no item)",context-aware enforcement rather than blanket access,NIST-SP-800-207:T3;NIST-SP-800-207:T4;NIST-SP-800-207:T6;NIST-CSF-2.0:PR.AA-05
OWASP Agentic AI Top 10,A2,"Autonomous agents need runtime controls, not just static app permissions.",OWASP-ASI-2026:ASI02;OWASP-ASI-2026:ASI03
CSA MAESTRO,(no item),"MAESTRO frames agentic AI threats around tool use, delegation, and control flow.",CSA-MAESTRO-2025:L3;CSA-MAESTRO-2025:L7
NIST AI RMF,GOVERN,AI RMF governance addresses accountability across AI and identity ownership.,NIST-AI-RMF-1.0:GOVERN 2.1;NIST-AI-RMF-1.0:GOVERN 2.3;NIST-AI-RMF-1.0:GOVERN 1.6;NIST-AI-RMF-1.0:GOVERN
NIST Cybersecurity Framework 2.0,"(body text, no item)","identity visibility must follow the workload, not the team chart",NIST-CSF-2.0:PR.AA-01;NIST-CSF-2.0:ID.AM-02
NIST AIRMF and OWASP-AGENTIC,"(body text, no item)","both reinforce the need to govern behaviour, not just credentials",NIST-AI-RMF-1.0:MEASURE 2.4;NIST-AI-RMF-1.0:MANAGE 2.4;OWASP-ASI-2026:ASI01;OWASP-ASI-2026:ASI10
CSA MAESTRO agentic AI threat modeling framework,"(body text, no item)","the control plane should evaluate policy at request time, not only at provisioning time",CSA-MAESTRO-2025:L6;CSA-MAESTRO-2025:L3
OWASP Agentic AI Top 10,A03,Agent tool misuse is central to assurance for AI systems.,OWASP-ASI-2026:ASI02;OWASP-ASI-2026:ASI03
CSA MAESTRO,AI-02,MAESTRO covers governance and runtime controls for agentic systems.,CSA-MAESTRO-2025:L6;CSA-MAESTRO-2025:L5;CSA-MAESTRO-2025:L3
NIST AI RMF,(no item),"AI RMF governance supports accountability for AI assurance outcomes; Assign owners, define measurable risk controls, and continuously monitor AI system behavior and impact.",NIST-AI-RMF-1.0:GOVERN 2.1;NIST-AI-RMF-1.0:MEASURE 1.1;NIST-AI-RMF-1.0:MEASURE 2.4;NIST-AI-RMF-1.0:MANAGE 4.1
NIST SP 800-63 Digital Identity Guidelines,(whole publication),frames identity proofing and authenticator strength as foundational ... directly relevant once machines start acting on behalf of systems and users,NIST-SP-800-63-4:IAL;NIST-SP-800-63-4:AAL;NIST-SP-800-53-R5:IA-9;NIST-SP-800-53-R5:IA-5;NIST-SP-800-53-R5:IA-13
zero-trust,"(body text, no item)",full NHI and zero-trust assessment,NIST-SP-800-207:T1;NIST-SP-800-207:T3;NIST-SP-800-207:T4;NIST-SP-800-207:T6
"""#
