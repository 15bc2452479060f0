#!/bin/sh
# Makes the whole estate again, from the repository root: sh Scripts/estate/make.sh Sources/ControlModel/Records/evidence-kinds.csv
# Needs: python3 with moto[server], awscli, PyYAML, opentelemetry-sdk, opentelemetry-exporter-otlp-proto-common and
# bandit[sarif]; openssl 3; and the Debian packages faketime and libfaketime. Hand edits to made files are lost.
set -eu
export PYTHONDONTWRITEBYTECODE=1
python3 Scripts/estate/aws_claims_cloud.py
python3 Scripts/estate/aws_tallybird.py
sh Scripts/estate/scan.sh
make_subjects() {
  for subject in orchard_agents wrenfield_intake claims_cloud tallybird_assist brightmere_chat quillmark_review; do
    python3 "Scripts/estate/$subject.py"
  done
}
# A signer who got a new key signs everything anew: what was kept under the old one, the second time round.
keys=$(cksum controls/policy.yaml)
make_subjects
if [ "$keys" != "$(cksum controls/policy.yaml)" ]; then make_subjects; fi
python3 Scripts/estate/manifest.py
if [ $# -gt 0 ]; then python3 Scripts/estate/check.py "$1"; fi
