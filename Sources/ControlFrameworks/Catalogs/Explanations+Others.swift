// swift-format-ignore-file
// The tables are data: one sentence in this project's own words for each item, in the publisher's order.
// None of it is the publisher's text.

extension Explanations {
  /// What the objectives and controls of ISO/IEC 42001:2023 Annex A are about.
  static let iso42001AnnexA = #"""
id,explanation
A.2,What top management says about how AI is built and used here.
A.2.2,"There is a written policy for building or using AI, and management stands behind it."
A.2.3,"The AI policy and the other policies, such as security and privacy, do not contradict each other."
A.2.4,The AI policy is looked at again at planned times and when things change.
A.3,Who is accountable for AI inside the organisation.
A.3.2,"Every duty around AI has a named role, and the people in the roles know it."
A.3.3,"Anyone can raise a worry about AI, and somebody must deal with it."
A.4,"What an AI system needs in order to work, written down."
A.4.2,"The resources of each stage of an AI system are listed, so that risks in them can be seen."
A.4.3,It is known which data an AI system uses.
A.4.4,It is known which tools and frameworks an AI system is built and run with.
A.4.5,It is known which machines and services an AI system runs on.
A.4.6,It is known which people and skills an AI system needs over its life.
A.5,What an AI system may do to people and society is judged before and while it is used.
A.5.2,"There is a set way to judge what an AI system may do to people, with triggers for doing it."
A.5.3,The results of these judgements are written down and kept for a stated time.
A.5.4,"Effects on single people and on groups are judged, such as unfairness or harm."
A.5.5,"Effects on society at large are judged, such as on work, environment or public life."
A.6,How AI systems are managed from the first idea to the end of their use.
A.6.1,What guides those who develop AI.
A.6.1.2,"Development has stated goals for responsibility, such as fairness and safety, and plans for them."
A.6.1.3,Design and development follow set steps that serve those goals.
A.6.2,What happens at each stage of an AI system's life.
A.6.2.2,What a new or changed AI system must do is written down before it is built.
A.6.2.3,The design choices and how the system was built are written down.
A.6.2.4,"It is set out how an AI system is tested, and what it must reach to be accepted."
A.6.2.5,"An AI system goes live by a plan, after what had to be met was met."
A.6.2.6,"A running AI system is watched, repaired, updated and supported in a set way."
A.6.2.7,"Each kind of reader, such as users or authorities, gets the technical papers they need."
A.6.2.8,"It is decided at which stages an AI system writes event logs, at least while it is in use."
A.7,"How data for AI systems is chosen, kept and traced."
A.7.2,There is a set way of managing the data that AI systems are developed with.
A.7.3,"How data was obtained and chosen, and from whom, is written down."
A.7.4,"Data must reach stated quality, and it is checked that it does."
A.7.5,It can be traced where data came from and what happened to it.
A.7.6,How data is prepared is decided by stated criteria and written down.
A.8,What people outside get to know about an AI system.
A.8.2,Users get the information they need about the system.
A.8.3,People outside have a way to report harm the system does.
A.8.4,It is planned how users are told about incidents.
A.8.5,"It is known which duties of reporting on the system exist, and they are met."
A.9,"How AI systems are used, whoever made them."
A.9.2,There are set steps for using AI systems responsibly.
A.9.3,The use of AI systems has stated goals for responsibility.
A.9.4,"An AI system is used for what it was meant for, as its papers say."
A.10,Who answers for what when others take part.
A.10.2,"Duties over an AI system's life are divided between the organisation, suppliers, partners and customers."
A.10.3,What suppliers give fits the organisation's own way of handling AI responsibly.
A.10.4,What customers expect and need is taken into account in handling AI responsibly.
"""#

  /// What the functions and categories of NIST CSF 1.1 are about.
  static let nistCSF11 = #"""
id,explanation
ID,"Know what there is, what depends on it and what could go wrong."
ID.AM,"Know the devices, software, data, services and people that the business needs."
ID.BE,"Know the business, its place in the supply chain and what matters most to it."
ID.GV,"Have policies, roles and legal duties for security, and have risk governed."
ID.RA,"Know the threats, the weak points and what they could lead to."
ID.RM,Decide how much risk is acceptable and how it is handled.
ID.SC,"Know, choose, bind and check suppliers by the risk that they bring."
PR,Put safeguards in place so that services go on.
PR.AC,"Only the right people, devices and processes get in, and only to what they need."
PR.AT,People know what security asks of them and can do it.
PR.DS,"Data is guarded at rest, in transit and until it is destroyed."
PR.IP,"Security is written into how systems are set up, changed, backed up and retired."
PR.MA,"Repairs and upkeep are done under control, remote ones too."
PR.PT,"Technical means of protection are run as policy asks: logs, media, networks."
DE,Notice when something happens that should not.
DE.AE,"Unusual activity is noticed, and what it means is understood."
DE.CM,"Systems, people and suppliers are watched without gaps."
DE.DP,"Those who detect have duties, and detection is tested and improved."
RS,Act when an incident has been noticed.
RS.RP,"There is a response plan, and it is carried out."
RS.CO,"Those who must know of an incident are told, inside and outside."
RS.AN,Incidents are examined well enough to act on them.
RS.MI,Incidents are contained and ended.
RS.IM,What was learnt from responding changes the plans.
RC,Bring back what an incident has impaired.
RC.RP,"There is a recovery plan, and it is carried out."
RC.IM,What was learnt from recovering changes the plans.
RC.CO,Recovery is coordinated with those inside and outside whom it concerns.
"""#

  /// What the tenets of zero trust in NIST SP 800-207 mean.
  static let nistSP800207 = #"""
id,explanation
T1,"Everything that holds or handles data is guarded as a thing of its own, small devices and rented services too."
T2,Being on the inside network earns no trust; every connection is protected alike.
T3,"Access to one thing is given for one session, and opens nothing else."
T4,"Each decision looks at who asks, with what device, how they behave and what surrounds it."
T5,"No device is trusted by itself; its state is watched, and a weak one gets less or nothing."
T6,"Who somebody is and what they may do is checked anew and all the time, before anything opens."
T7,"As much as possible is learnt about devices, network and traffic, and used to decide better."
"""#
}
