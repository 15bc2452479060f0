package calls

import rego.v1

registers := data.registers

deviates contains "LOG-1" if not owned

owned if registers.owners[input.actor]

deviates contains "LOG-2" if not registers.allowed[input.agent][input.tool]

deviates contains "LOG-3" if not registers.ends[input.credential]

deviates contains "LOG-3" if {
	end := registers.ends[input.credential]
	not end in {"never", "notRecorded"}
	input.startedAt >= end
}

deviates contains "LOG-4" if not same_tenant

same_tenant if input.resourceTenant == input.tenant

deviates contains "LOG-5" if {
	input.result != "denied"
	not registers.harmless[input.tool]
	not allowed_before
}

allowed_before if {
	decision := registers.decisions[input.decision]
	decision.effect == "allow"
	decision.decidedAt <= input.startedAt
}
