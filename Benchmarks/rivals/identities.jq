# jq -n: the three files by --slurpfile. Prints the nine counts.
def time: if . == null or . == "never" or . == "notRecorded" then null else . end;
def count(f): map(select(f)) | length;
def later(limit): (time // "") > limit;

($identities[0]) as $i
| ($credentials[0] | map(select(.status == "active"))) as $c
| ($grants[0] | map(select(.status == "active" and .tenantWide == true))) as $g
| {
    "ID-1": ($i | count(.owner == null)),
    "ID-2": ($i | count(.status == "enabled" and (.lastUsedAt | later($ninety) | not))),
    "ID-3": ($c | count(((.rotatedAt | time) // .createdAt // "") < $ninety)),
    "ID-4": ($c | count((.expiresAt | time) == null)),
    "ID-5": ($c | count(.lifetimeClass == "static" and (.rotatedAt | time) == null)),
    "ID-6": ($c | count(.lastUsedAt | later($sixty) | not)),
    "ID-7": ($g | count(.publisherVerified != true)),
    "ID-8": ($i | count(.environment == null)),
    "ID-9": ($i | count(.lastUsedAt == null or .lastUsedAt == "notRecorded"))
  }
