#!/usr/bin/env bash
# detection.sh CORPUS [RECORD]: evaluate and replay on a development corpus; with a record, fails when a figure is
# worse than the one on it. Without one it prints the figures as they are to be recorded.
set -euo pipefail
corpus=$1 record=${2:-}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
jar="$(dirname "$0")/../../target/vonggac.jar"
java -jar "$jar" evaluate "$corpus" --format json > "$work/evaluate.json"
for kind in quiet attacked; do java -jar "$jar" replay "$corpus/histories/$kind" --format json > "$work/$kind.jsonl"; done
python3 - "$work" "$corpus" "$record" <<'PY'
import csv, json, sys

work, corpus, record = sys.argv[1:]
evaluation = json.load(open(f"{work}/evaluate.json"))
labels = {row["category"]: row["label"] for row in csv.DictReader(open(f"{corpus}/corpus.tsv"), delimiter="\t")}
figures = {"recall": evaluation["compromised"]["recall"], "specificity": 1 - evaluation["clean"]["fpr"]}
for name, count in evaluation["byCategory"].items():
    share = count["flagged"] / count["n"]
    figures[name] = share if labels[name] == "compromised" else 1 - share
summary = json.loads(open(f"{work}/quiet.jsonl").read().splitlines()[-1])
figures["quiet: visits without an incident"] = 1 - summary["incidents"] / summary["visits"]
truth = {row["portal"]: row["attackedFrom"]
         for row in csv.DictReader(open(f"{corpus}/histories/truth.tsv"), delimiter="\t") if row["kind"] == "attacked"}
first = {}
for line in map(json.loads, open(f"{work}/attacked.jsonl")):
    if "at" in line and line["at"][:10] >= truth[line["portal"]]:
        first.setdefault(line["portal"], line["at"][:10])
figures["attacked: raised at the first copy"] = sum(first.get(portal) == day for portal, day in truth.items()) / len(truth)
known = {row["figure"]: float(row["share"]) for row in csv.DictReader(open(record), delimiter="\t")} if record else {}
print("figure\tshare")
worse = []
for name, value in figures.items():
    print(f"{name}\t{value:.4f}")
    if value < known.get(name, 0) - 5e-5:
        worse.append(f"{name}: {value:.4f}, on record {known[name]:.4f}")
if worse:
    sys.exit("Worse than on record:\n" + "\n".join(worse))
PY
