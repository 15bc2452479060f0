# Control Testing for Swift: the commands of the README.

SWIFT ?= swift
CONTROLS = $(SWIFT) run -c release --quiet controls

.PHONY: matrix test lint format records catalogue libraries benchmark

## The main job on the bundled evidence: matrix, reports, decisions. Ends 0 whatever was decided.
matrix: libraries
	@$(SWIFT) build -c release --product controls
	@code=0; $(CONTROLS) test || code=$$?; \
	case $$code in \
	  0|1|2) echo "exit code for a pipeline: $$code (0 approve, 1 deny, 2 hold)";; \
	  *) exit $$code;; \
	esac

## All tests, optimised: 282 controls on 4,600 cases take four times as long in a debug build. A build folder of their
## own, since tests see what is internal; `swift test --filter NAME` is the quick way while writing.
test: libraries
	$(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build/testing

## What CI checks beside the tests: format, generated files.
lint:
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests controls Benchmarks
	python3 Scripts/generate-records.py --check

format:
	$(SWIFT) format format --in-place --parallel --recursive Package.swift Sources Tests controls Benchmarks

## The record types, from the table of evidence kinds.
records:
	python3 Scripts/generate-records.py

## The pages of the catalogue, from the suites and their fixtures.
catalogue: libraries
	rm -f Documentation/catalogue/*.md
	$(CONTROLS) list controls --format pages --output Documentation/catalogue \
	  --examples Tests/StandardControlsTests/Fixtures

## The complete tool beside its rivals on the same files; SIZES="--calls 1e6 --identities 1e6" for more.
benchmark: libraries
	python3 Benchmarks/run.py $(SIZES)

libraries:
	@sh Scripts/libraries.sh
