// swift-format-ignore-file
// The table is data: one sentence in this project's own words for each item, in the publisher's order.
// None of it is the publisher's text.

extension Explanations {
  /// What the selected controls of NIST SP 800-53 Rev. 5 are about.
  static let nistSP80053R5 = #"""
id,explanation
AC,"Who may do what, and how that is enforced."
AC-1,"There are written rules and steps for access control, with an owner and a date for review."
AC-2,"Every account has a kind, an owner, an approval and an end, and accounts are reviewed."
AC-2(1),"Tools and not hand work create, change, disable and report accounts."
AC-2(3),"Accounts that are expired, idle, unowned or against policy are disabled within a set time."
AC-2(4),Every change to an account leaves a log record by itself.
AC-2(6),"What a user may do can change while the session runs, as circumstances change."
AC-2(9),Shared accounts exist only where stated conditions are met.
AC-2(12),"Accounts are watched for use that is out of the ordinary, and it is reported."
AC-2(13),Accounts of people who have become a serious risk are disabled within a set time.
AC-3,The system lets through only what has been approved.
AC-3(7),Access is granted through roles.
AC-3(8),"A withdrawn right stops working, within the time that the rules set."
AC-3(13),"Access is decided from attributes of who asks, what is asked for and the situation."
AC-4,"Data moves only along the paths that rules allow, within and between systems."
AC-4(4),Encryption must not be a way around the checks on data flows.
AC-5,No one person can carry through a harmful act alone; duties are divided and rights follow.
AC-6,Everybody and every process has the rights its task needs and no more.
AC-6(1),Only named people or roles may touch security functions and security data.
AC-6(3),"Powerful commands over a network are allowed only for a stated need, on record."
AC-6(5),Privileged accounts are limited to named people or roles.
AC-6(7),Rights are reviewed at set times and taken away where the need is gone.
AC-6(8),Software does not run with more rights than the user who started it.
AC-6(9),Every use of a privileged function is logged.
AC-6(10),Ordinary users cannot run privileged functions.
AC-7,"After a set number of failed logons something happens, such as a lock or a delay."
AC-8,Users see a notice about the system's use and monitoring before they get in.
AC-9,Users see when the account was last used.
AC-10,An account can have only so many sessions at once.
AC-11,"A session locks after a time of no use, until the user proves who they are."
AC-12,Sessions end by themselves when a set condition occurs.
AC-13,Withdrawn; now in AC-2 and AU-6.
AC-14,"What can be done without logging in is decided, short, and written down with reasons."
AC-15,Withdrawn; now in MP-3.
AC-16,"Security and privacy labels stay attached to information, kept and in transit."
AC-17,"Each kind of remote access has rules, and is approved before it is allowed."
AC-17(1),Tools watch and control remote access.
AC-18,"Each kind of wireless access has rules, and is approved before it is allowed."
AC-19,"Mobile devices have rules for set-up and connection, and are approved first."
AC-20,It is set out when systems of others may be used to reach or hold the organisation's data.
AC-21,Those who share information can tell whether the partner may have it.
AC-22,"Only trained people publish, and what is public is checked for what should not be."
AC-23,Bulk extraction of data from stores is noticed and hindered.
AC-24,"Each request is decided on before access is given, by rules that were set."
AC-25,A small part of the system that cannot be bypassed decides every access.
IA,"How people, devices and services prove who they are."
IA-1,"There are written rules and steps for identification and authentication, owned and reviewed."
IA-2,Every user of the organisation is known individually and proves it; so do processes acting for them.
IA-2(12),Government identity cards are accepted and checked electronically.
IA-3,Devices prove who they are before they connect.
IA-3(1),Devices and network ends prove themselves to each other by cryptography.
IA-4,"Identifiers are approved, belong to one holder and are not used again for a set time."
IA-4(4),"An identifier shows what its holder is, such as a contractor."
IA-4(5),"Identifiers can be made and managed while the system runs, by a policy."
IA-4(6),Identifiers are managed together with other organisations.
IA-4(8),"A person has a different, meaningless identifier with each party, so that none can be joined."
IA-4(9),Each holder's attributes are kept up in a protected central store.
IA-5,"Passwords, keys and tokens are handed out safely, strong enough, changed and protected."
IA-5(2),"Key pairs: the private key is guarded, the chain is validated, revocation is checked."
IA-5(5),"Products come with unique credentials, or the default ones are changed before installation."
IA-5(6),A credential is guarded as strictly as the data that it opens.
IA-5(7),"No plain, lasting secret sits in code, scripts or stored files."
IA-5(9),Credentials are shared across organisations only under a stated arrangement.
IA-5(13),Cached credentials stop working after a set time.
IA-5(14),Which root certificates are trusted is managed for the whole organisation.
IA-6,What is typed as a secret is not shown.
IA-7,Cryptographic modules authenticate their operators as the law and standards require.
IA-8,Users from outside are known individually and prove it; so do processes acting for them.
IA-9,Services and applications are identified and prove it before they talk to each other.
IA-10,"Under suspicious circumstances, more proof of identity is asked for."
IA-11,Users must prove who they are again in set situations.
IA-12,"Before an account is given, it is shown that the person is who they claim, from evidence."
IA-13,"Identity providers and authorization servers manage users, devices, tokens and what they may do."
AU,"What is logged, how it is kept and who reads it."
AU-1,"There are written rules and steps for logging and accountability, owned and reviewed."
AU-2,"It is decided which events are logged, why, and looked at again at set times."
AU-3,"Each log record says what, when, where, from where, with what result and by whom."
AU-3(1),Log records hold further details that the organisation has asked for.
AU-4,There is room for the logs that must be kept.
AU-5,"When logging fails somebody is alerted, and a set action follows."
AU-6,"Log records are reviewed at set times for signs of misuse, and findings are reported."
AU-6(1),"Review, analysis and reporting of logs are joined by tools."
AU-6(3),Logs from different places are brought together to see the whole.
AU-6(5),"Logs are analysed with other information, such as scans and performance data."
AU-7,"Logs can be searched, reduced and reported on without changing the originals."
AU-8,Log records carry times from a clock that is exact enough and in UTC or with its offset.
AU-9,"Logs and logging tools are safe from being read, changed or deleted; somebody is alerted."
AU-9(2),Logs are kept on other machines than those they are about.
AU-9(3),Cryptography shows whether logs were changed.
AU-9(4),Only a part of the privileged users may manage logging.
AU-10,It can be proved afterwards that somebody did a certain thing.
AU-10(1),"Information is bound to the identity of who made it, as strongly as was set."
AU-11,Logs are kept as long as investigations and the law need them.
AU-12,"The components chosen can log the events chosen, and do."
AU-12(1),"Logs of many components form one trail, with times that agree within a limit."
AU-12(2),Logs are written in a standard form.
AU-13,Public sources are watched for information that should not be out.
AU-14,"Selected sessions can be recorded or followed, lawfully."
AU-15,Withdrawn; now in AU-5(5).
AU-16,"Logs of actions that cross organisations are coordinated, so that identities stay known."
CM,What is installed and how it is set up and changed.
CM-1,"There are written rules and steps for configuration management, owned and reviewed."
CM-2,"There is a current, agreed description of how the system is set up."
CM-2(2),Tools keep that description complete and up to date.
CM-2(6),"Development and test have a description of their own, apart from production."
CM-3,"Changes are proposed, judged for security, approved, recorded and checked afterwards."
CM-3(1),"Tools document changes, chase approvals and stop changes that have none."
CM-3(2),Changes are tested and documented before they are finished.
CM-4,What a change would do to security and privacy is examined before it is made.
CM-4(1),Changes are tried in a separate environment first.
CM-5,"Only certain people may make changes, physically and logically."
CM-5(1),The limits on who may change are enforced by the system and leave log records.
CM-6,"Settings are the strictest that work, written down; deviations are approved and watched."
CM-6(1),"Tools manage, apply and verify the settings."
CM-7,Only what is needed is switched on; the rest is off.
CM-7(2),Programs that policy does not allow cannot run.
CM-7(5),Only listed software may run; everything else is denied.
CM-8,"There is a complete list of components, with enough detail to hold somebody accountable."
CM-8(1),"The list changes whenever something is installed, removed or updated."
CM-8(3),"Tools find components that should not be there, and something is done about them."
CM-9,"There is a plan for configuration management: roles, steps and what is managed."
CM-10,"Software is used as its licence allows, and copies are tracked."
CM-11,"What users may install has rules, which are enforced and watched."
CM-12,It is known where which information lies and who can reach it.
CM-13,"It is written down what the system does with personal data, step by step."
CM-14,Software and firmware go in only when their signature is valid.
SR,How risks that come with suppliers and their products are handled.
SR-1,"There are written rules and steps for supply chain risk, owned and reviewed."
SR-2,"There is a plan for supply chain risk over the system's life, kept current and protected."
SR-3,Weaknesses in the supply chain are looked for and dealt with by set means.
SR-3(3),"What suppliers must do, their own suppliers must do as well."
SR-4,It is known where the system and its parts come from and through whose hands they went.
SR-4(3),What arrives is checked to be genuine and unaltered.
SR-4(4),The make-up of important parts and where each part comes from is shown and validated.
SR-5,Contracts and ways of buying are used to guard against supply chain risk.
SR-6,Suppliers are assessed and reviewed at set times.
SR-7,What outsiders could learn from the supply chain is kept from them.
SR-8,Agreements oblige suppliers to tell of compromises and of results of assessments.
SR-9,There is a programme against tampering with the system or its parts.
SR-10,"Systems or parts are inspected for tampering, at set times or upon signs."
SR-11,"Counterfeit parts are kept out, detected and reported."
SR-12,"Data, documents, tools and parts are disposed of in a set way."
IR,What happens when something goes wrong.
IR-1,"There are written rules and steps for incident response, owned and reviewed."
IR-2,Those with duties in incidents are trained for them in time and again at set times.
IR-3,"The ability to respond is tested at set times, and the results are written down."
IR-3(2),Tests of response are coordinated with those who own related plans.
IR-4,"Incidents are prepared for, detected, analysed, contained, ended and recovered from; lessons are used."
IR-4(1),Tools support the handling of incidents.
IR-4(2),Systems can be reconfigured on the fly as a part of the response.
IR-5,Incidents are tracked and documented.
IR-5(1),Tools track incidents and gather and analyse their information.
IR-6,"Suspected incidents are reported within a set time, and to the right authorities."
IR-6(3),Suppliers who are part of an incident are told about it.
IR-7,Users can get help and advice with incidents.
IR-8,"There is an incident response plan that is approved, distributed, updated and protected."
IR-9,"When information gets to a place it must not be in, that place is found, isolated and cleaned."
IR-10,Withdrawn; now in IR-4(11).
RA,"What could go wrong, how likely it is and how bad."
RA-1,"There are written rules and steps for risk assessment, owned and reviewed."
RA-2,"The system and its information are rated by the harm that a loss would do, with reasons."
RA-3,"Threats, weaknesses, likelihood and harm are assessed, written down, reviewed and updated."
RA-3(1),Supply chain risks of stated systems and parts are assessed and updated.
RA-4,Withdrawn; now in RA-3.
RA-5,Systems are scanned for vulnerabilities at set times and when new ones appear; findings are mended in time.
RA-5(2),Scanners know the latest vulnerabilities before they scan.
RA-5(5),Scanners get the privileged access they need.
RA-5(11),People outside have a channel to report vulnerabilities.
RA-6,Stated places are searched for spying devices.
RA-7,"Findings from assessments are acted on, as the tolerance for risk allows."
RA-8,What a system does to privacy is assessed before it is built or collects personal data.
RA-9,"It is known which parts and functions matter most, at set points of the life cycle."
RA-10,"Somebody looks for attackers who got past the controls, at set times."
SA,"How systems and services are bought, built and run by others."
SA-1,"There are written rules and steps for acquisition, owned and reviewed."
SA-2,Security and privacy have a place and money of their own in planning and budgets.
SA-3,"Systems are built and run by a life cycle with security in it, and with named roles."
SA-3(1),Environments before production are protected as their risk demands.
SA-4,Contracts say what security and privacy the system must have and how it is shown.
SA-4(3),"Suppliers show that they develop by sound, stated methods."
SA-5,There is documentation for administrators and users on secure set-up and use.
SA-6,Withdrawn; now in CM-10 and SI-7.
SA-7,Withdrawn; now in CM-11 and SI-7.
SA-8,"Systems are specified, designed and built by stated principles of security and privacy engineering."
SA-8(14),The design gives each part no more rights than it needs.
SA-9,Providers of external services must meet the organisation's controls; oversight and watching are defined.
SA-9(2),"Providers say which functions, ports, protocols and services their service needs."
SA-9(3),"The trust in a provider rests on stated requirements, and is kept up on record."
SA-10,"Developers keep track of versions, approve changes and follow security flaws to their mending."
SA-10(1),It can be verified that delivered software and firmware are intact.
SA-11,"Developers have a plan for testing security, carry it out, show results and mend flaws."
SA-11(1),Developers use tools that analyse code without running it.
SA-11(2),Developers model threats and analyse vulnerabilities during development and after.
SA-11(5),"Developers have penetration tests done, of a stated depth and under stated limits."
SA-12,Withdrawn; now the family SR.
SA-13,Withdrawn; now in SA-8.
SA-14,Withdrawn; now in RA-9.
SA-15,"Developers follow a documented process with stated tools, reviewed at set times."
SA-15(7),Developers run tools for vulnerabilities and act on what these find.
SA-16,Developers train those who will use and run the security functions.
SA-17,Developers give a design that fits the organisation's architecture and describes security fully.
SA-18,Withdrawn; now in SR-9.
SA-19,Withdrawn; now in SR-11.
SA-20,Parts that matter most are built again or made to measure.
SA-21,Developers of stated systems are authorised and screened.
SA-22,"Parts that nobody supports any more are replaced, or support is found elsewhere."
SA-23,"Important systems are specially designed, changed or configured for their task."
SA-24,"Systems are designed to withstand, adapt to and recover from attacks."
"""#
}
