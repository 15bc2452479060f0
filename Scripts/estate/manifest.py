"""Recomputes sha256 and sizeInBytes of each file that a manifest lists, and reports files not listed or not there.

    python3 Scripts/estate/manifest.py [subject ...]        (from the repository root)

An entry whose file is missing keeps what was recorded. Ends with 1 when a file is there but not listed.
"""
import hashlib
import json
import pathlib
import sys

root = pathlib.Path("evidence")
names = sys.argv[1:] or sorted(path.parent.name for path in root.glob("*/manifest.json"))
unlisted_any = False
for name in names:
    folder = root / name
    manifest = json.loads((folder / "manifest.json").read_text())
    changed = missing = 0
    for item in manifest["items"]:
        path = folder / item["path"]
        if not path.is_file():
            print(f"{name}: missing {item['path']}")
            missing += 1
            continue
        data = path.read_bytes()
        fresh = {"sha256": hashlib.sha256(data).hexdigest(), "sizeInBytes": len(data)}
        if any(item.get(key) != value for key, value in fresh.items()):
            item.update(fresh)
            changed += 1
            print(f"{name}: updated {item['path']}")
    listed = {item["path"] for item in manifest["items"]} | {"manifest.json", "subject.yaml"}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in listed:
            print(f"{name}: not listed {path.relative_to(folder).as_posix()}")
            unlisted_any = True
    if changed:
        (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    print(f"{name}: {len(manifest['items'])} listed, {changed} updated, {missing} missing")
sys.exit(1 if unlisted_any else 0)
