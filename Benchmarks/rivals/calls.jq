# jq -n: registers by --slurpfile, the log as inputs. Prints the six counts.
def byID(f): map({key: .id, value: f}) | from_entries;

($identities[0] | byID(.owner)) as $owners
| ($agents[0] | byID(.tools | map({key: ., value: true}) | from_entries)) as $allowed
| ($credentials[0] | byID(.revokedAt)) as $ends
| ($tools[0] | byID(.highImpact)) as $impact
| ($decisions | byID({effect, decidedAt})) as $decided
| reduce inputs as $c ({q: [0, 0, 0, 0, 0], users: {}};
    .q[0] += (if $owners[$c.actor // ""] == null then 1 else 0 end)
    | .q[1] += (if $allowed[$c.agent][$c.tool] then 0 else 1 end)
    | ($ends[$c.credential // ""]) as $until
    | .q[2] += (if $until == null or ($until != "never" and $until != "notRecorded" and $c.startedAt >= $until)
        then 1 else 0 end)
    | .q[3] += (if $c.tenant == null or $c.resourceTenant != $c.tenant then 1 else 0 end)
    | ($decided[$c.decision // ""]) as $d
    | .q[4] += (if $c.result != "denied" and $impact[$c.tool] != false
        and ($d == null or $d.effect != "allow" or $d.decidedAt > $c.startedAt)
        then 1 else 0 end)
    | if $c.credential then .users[$c.credential][$c.agent] = true else . end)
| .q + [.users | map(select(length > 1)) | length]
| to_entries | map({key: "LOG-\(.key + 1)", value}) | from_entries
