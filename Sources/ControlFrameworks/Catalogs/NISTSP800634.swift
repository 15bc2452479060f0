// swift-format-ignore-file
// The table is data: one row for each item, in the publisher's order, as RFC 4180 writes it.
// Official ids and titles are quoted exactly; a test pins a digest of them.

import ControlModel

extension Catalog {
  /// NIST SP 800-63-4 Digital Identity Guidelines (suite and assurance levels): 4 volumes, 3 scales of 3 levels.
  ///
  /// Scope is natural persons: machine-to-machine authentication and API access on behalf of subjects are not addressed.
  static let nistSP800634 = Catalog(
    framework: .sp80063,
    title: "NIST SP 800-63-4 Digital Identity Guidelines (suite and assurance levels)",
    publisher: "NIST",
    published: "2025-07-31",
    address: "https://pages.nist.gov/800-63-4/",
    licence: "public domain (NIST); own words",
    source: "https://pages.nist.gov/800-63-4/",
    table: #"""
id,parent,kind,title,text
SP 800-63-4,,category,Digital Identity Guidelines,"The suite overview: model, risk process and choice of assurance levels, for natural persons."
SP 800-63A-4,SP 800-63-4,category,Identity Proofing and Enrollment,How strongly a person is shown to be who they claim.
SP 800-63B-4,SP 800-63-4,category,Authentication and Authenticator Management,How strongly a returning person proves control of their authenticators.
SP 800-63C-4,SP 800-63-4,category,Federation and Assertions,How identity is conveyed from a provider to a relying service.
IAL,SP 800-63A-4,category,Identity Assurance Level,Three levels of proofing strength.
IAL1,IAL,control,Identity Assurance Level 1,Attributes validated and the applicant linked to them by basic means.
IAL2,IAL,control,Identity Assurance Level 2,"Strong evidence, validated, with stronger verification."
IAL3,IAL,control,Identity Assurance Level 3,Attended proofing by an authorised representative.
AAL,SP 800-63B-4,category,Authentication Assurance Level,Three levels of authentication strength.
AAL1,AAL,control,Authentication Assurance Level 1,Some confidence; one factor is enough.
AAL2,AAL,control,Authentication Assurance Level 2,High confidence; two different factors and approved cryptography.
AAL3,AAL,control,Authentication Assurance Level 3,Very high confidence; a phishing-resistant key-based protocol.
FAL,SP 800-63C-4,category,Federation Assurance Level,Three levels of strength for assertions.
FAL1,FAL,control,Federation Assurance Level 1,Signed assertion for one relying service.
FAL2,FAL,control,Federation Assurance Level 2,Adds protection against injection and a trust agreement made beforehand.
FAL3,FAL,control,Federation Assurance Level 3,"Adds proof by the subscriber to the relying service, not by the assertion alone."
"""#)
}
