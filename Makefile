# The two commands a newcomer needs are `make run` and `make test`; both install what they need.
#
#   make run      build and start the demo on http://127.0.0.1:8080
#   make test     everything that must pass: Swift tests, browser, crash and bad-input tests
#   make bench    the figures we promise, as ratios within one run
#   make lint     formatting rules
#   make pictures the screenshots in the README

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

BUILD_PACKAGES := libcurl4-gnutls-dev libmicrohttpd-dev libsqlite3-dev libqrencode-dev libzip-dev \
  pkg-config
TEST_PACKAGES := chromium espeak-ng faketime fonts-dejavu-core fonts-noto-core openssl shellcheck sqlite3 \
  kannel kannel-extras libreoffice-calc-nogui poppler-utils strace systemd tmux python3-venv
BENCH_PACKAGES := gcc kannel kannel-extras sqlite3 wrk
PYTHON := .build/python/bin/python
# One file to copy, and less memory: nothing of Swift is loaded that is not used.
RELEASE := swift build -c release --static-swift-stdlib
SOURCES := Package.swift Sources Kiosk Tests

.PHONY: help run test test-swift test-live bench lint pictures build release packages clean

help:
	@sed -n 's/^#   //p' Makefile

run: release
	.build/release/heard demo --listen 127.0.0.1:8080

build: need-swift
	@$(call install,$(BUILD_PACKAGES))
	swift build

release: need-swift
	@$(call install,$(BUILD_PACKAGES))
	$(RELEASE) --product heard
	$(RELEASE) --product heard-kiosk

test: lint test-swift test-live

test-swift: need-swift
	@$(call install,$(BUILD_PACKAGES) $(TEST_PACKAGES))
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --disable-xctest

test-live: release $(PYTHON)
	@$(call install,$(TEST_PACKAGES))
	$(PYTHON) -m pytest -q Tests/Live

bench: release $(PYTHON)
	@$(call install,$(BENCH_PACKAGES))
	$(RELEASE) --product BenchHello
	$(PYTHON) Tests/Bench/bench.py

pictures: release $(PYTHON)
	@$(call install,$(TEST_PACKAGES))
	$(PYTHON) Tests/Live/pictures.py
	$(PYTHON) Tests/Live/kiosk_pictures.py
	$(PYTHON) Tests/Live/report_pictures.py

lint: need-swift
	swift format lint --strict --recursive $(SOURCES)

clean:
	rm -rf .build

$(PYTHON): Tests/Live/requirements.txt
	@$(call install,python3-venv)
	python3 -m venv .build/python
	.build/python/bin/pip install --quiet --disable-pip-version-check -r Tests/Live/requirements.txt
	@touch $(PYTHON)

.PHONY: need-swift
need-swift:
	@command -v swift >/dev/null || { \
	  echo "Swift 6.3 is missing. Install it from https://www.swift.org/install/linux/ and try again." >&2; exit 1; }

# Installs Debian packages that are missing; says which, where this is not Debian or nobody may.
define install
missing=""; \
for package in $(1); do dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; done; \
if [ -n "$$missing" ]; then \
  if ! command -v apt-get >/dev/null; then \
    echo "Install these and try again (Debian's names):$$missing" >&2; exit 1; fi; \
  if [ "$$(id -u)" = 0 ]; then as=""; elif command -v sudo >/dev/null; then as=sudo; else \
    echo "Ask an administrator to run: apt-get install$$missing" >&2; exit 1; fi; \
  echo "Installing:$$missing"; \
  $$as apt-get update -qq; \
  DEBIAN_FRONTEND=noninteractive $$as apt-get install -y -qq $$missing >/dev/null; \
fi
endef
