// swift-format-ignore-file
// The table is data: one row for each item, in the publisher's order, as RFC 4180 writes it.
// Official ids and titles are quoted exactly; a test pins a digest of them.

import ControlModel

extension Catalog {
  /// OWASP Non-Human Identities Top 10 - 2025: 10 risks.
  ///
  /// No later edition found.
  static let owaspNHI2025 = Catalog(
    framework: .nhi,
    title: "OWASP Non-Human Identities Top 10 - 2025",
    publisher: "OWASP",
    published: "2025",
    address: "https://owasp.org/www-project-non-human-identities-top-10/2025/top-10-2025/",
    licence: "CC BY-SA 4.0 (titles are OWASP's; meanings are our words)",
    table: #"""
id,parent,kind,title,text,source
NHI1:2025,,risk,Improper Offboarding,"An identity for software keeps working after the application, owner or supplier it served has gone.",https://owasp.org/www-project-non-human-identities-top-10/2025/1-improper-offboarding/
NHI2:2025,,risk,Secret Leakage,"A key, token or certificate ends up somewhere it should not be, such as code, logs, images or chat.",https://owasp.org/www-project-non-human-identities-top-10/2025/2-secret-leakage/
NHI3:2025,,risk,Vulnerable Third-Party NHI,"Access you handed to an outside tool, extension or service is abused because that outside party was weak or turned hostile.",https://owasp.org/www-project-non-human-identities-top-10/2025/3-vulnerable-third-party-nhi/
NHI4:2025,,risk,Insecure Authentication,"Software proves who it is by an outdated, weak or bypassable method.",https://owasp.org/www-project-non-human-identities-top-10/2025/4-insecure-authentication/
NHI5:2025,,risk,Overprivileged NHI,"A software identity may do far more than its task needs, so its compromise costs more.",https://owasp.org/www-project-non-human-identities-top-10/2025/5-overprivileged-nhi/
NHI6:2025,,risk,Insecure Cloud Deployment Configurations,Build-and-deploy pipelines reach the cloud with static keys or with token trust that is not tightly conditioned.,https://owasp.org/www-project-non-human-identities-top-10/2025/6-insecure-cloud-deployment-configurations/
NHI7:2025,,risk,Long-Lived Secrets,"A secret stays valid for very long or for ever, so a stolen copy stays useful.",https://owasp.org/www-project-non-human-identities-top-10/2025/7-long-lived-secrets/
NHI8:2025,,risk,Environment Isolation,"The same identity works in test and production, so a weak environment opens the strong one.",https://owasp.org/www-project-non-human-identities-top-10/2025/8-environment-isolation/
NHI9:2025,,risk,NHI Reuse,"One identity serves several workloads, so one compromise spreads and use cannot be attributed.",https://owasp.org/www-project-non-human-identities-top-10/2025/9-nhi-reuse/
NHI10:2025,,risk,Human Use of NHI,"People work through a machine identity, which hides who acted and dodges human sign-in controls.",https://owasp.org/www-project-non-human-identities-top-10/2025/10-human-use-of-nhi/
"""#)
}
