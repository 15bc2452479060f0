// swift-format-ignore-file
// The table is data: a phrase a line, and the item that a reader would name.

let heldOutPhrases = #"""
framework,id,text
OWASP-NHI-2025,NHI1:2025,Service accounts were still active months after the contractor's project was cancelled
OWASP-NHI-2025,NHI2:2025,API keys committed to a public GitHub repository
OWASP-NHI-2025,NHI3:2025,A compromised VS Code extension could read developers' tokens
OWASP-NHI-2025,NHI4:2025,The integration still uses basic auth with a username and password instead of OAuth
OWASP-NHI-2025,NHI5:2025,The bot has full administrator rights on the AWS account although it only reads one bucket
OWASP-NHI-2025,NHI6:2025,GitHub Actions deploys with static cloud keys rather than federated tokens
OWASP-NHI-2025,NHI7:2025,Tokens issued with no expiration date
OWASP-NHI-2025,NHI8:2025,The same key works in staging and in production
OWASP-NHI-2025,NHI9:2025,Three microservices authenticate with one service principal
OWASP-NHI-2025,NHI10:2025,Engineers log in with the service account's password to debug
OWASP-NHI-2025,NHI1:2025,Former employee's personal access token still valid
OWASP-NHI-2025,NHI2:2025,Secrets printed in build logs
OWASP-ASI-2026,ASI01,Prompt injection in an email made the assistant forward confidential files
OWASP-ASI-2026,ASI02,The agent called the delete endpoint that it never should have been given
OWASP-ASI-2026,ASI03,The agent acts with the inherited credentials of the user who started it
OWASP-ASI-2026,ASI04,A malicious MCP server was installed from a public registry
OWASP-ASI-2026,ASI05,Generated Python ran on the host with shell access
OWASP-ASI-2026,ASI06,False facts planted in the vector store influenced later answers
OWASP-ASI-2026,ASI07,Messages between agents are neither signed nor encrypted
OWASP-ASI-2026,ASI08,One hallucinated result spread through the whole chain of agents
OWASP-ASI-2026,ASI09,Users approve whatever the assistant proposes because it sounds confident
OWASP-ASI-2026,ASI10,An agent kept working towards its own objective after being told to stop
NIST-CSF-2.0,PR.AA-03,Multi-factor authentication for all administrators
NIST-CSF-2.0,PR.DS-11,Backups are tested by restoring them every quarter
NIST-CSF-2.0,PR.DS-01,Data at rest is encrypted with customer managed keys
NIST-CSF-2.0,PR.DS-02,TLS 1.2 or higher for all traffic
NIST-CSF-2.0,PR.PS-02,Patch management and end-of-life software
NIST-CSF-2.0,ID.AM-01,Hardware asset list of laptops and servers
NIST-CSF-2.0,ID.RA-01,Vulnerability scans of the internet-facing hosts
NIST-CSF-2.0,PR.AT-01,Security awareness training for every new hire
NIST-CSF-2.0,GV.SC-06,Due diligence before signing a new supplier
NIST-CSF-2.0,RS.MA-01,Incident response plan is executed together with third parties
NIST-CSF-2.0,ID.IM-02,Lessons learned from exercises
NIST-CSF-2.0,RS.CO-02,Notify affected customers and regulators of a breach
NIST-CSF-2.0,PR.AA-06,Badge readers and locked server rooms
NIST-CSF-2.0,PR.PS-06,Code review and secure development lifecycle
NIST-CSF-2.0,GV.RM-02,Cyber risk appetite statement approved by the board
NIST-CSF-2.0,DE.CM-01,Network traffic is watched for intrusions
NIST-AI-RMF-1.0,GOVERN 1.6,Inventory of AI models in use
NIST-AI-RMF-1.0,MEASURE 2.11,Bias and fairness testing of the model
NIST-AI-RMF-1.0,GOVERN 1.7,How AI systems are retired safely
NIST-AI-RMF-1.0,MEASURE 3.3,Users can report problems and appeal outcomes
NIST-AI-RMF-1.0,MEASURE 2.9,Explainability of model decisions
NIST-AI-RMF-1.0,MEASURE 2.12,Energy use and carbon footprint of training
NIST-AI-RMF-1.0,MANAGE 2.4,Kill switch to deactivate the system
NIST-AI-RMF-1.0,MAP 1.1,Intended purpose and deployment context are documented
NIST-AI-RMF-1.0,MEASURE 2.10,Privacy risk of the AI system
NIST-AI-RMF-1.0,GOVERN 6.2,Contingency for failures of third-party data or models
"""#
