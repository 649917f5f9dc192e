// swift-tools-version:6.2
import PackageDescription

/// Every target of ours is built to these rules; dependencies keep their own.
let rules: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
  -> Target
{
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: rules)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: rules)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let targets: [Target] = [
  .systemLibrary(
    name: "CMicrohttpd", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
  .systemLibrary(
    name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-gnutls-dev"])]),
  .systemLibrary(name: "CLinux"),
  .systemLibrary(
    name: "CQrencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
  .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

  library("SurveyCore", [yams, crypto]),
  library("Markup", []),
  library(
    "Reports", ["Markup", "SurveyCore", "CZip"], resources: [.embedInCode("Writing/Assets")]),
  library("HTTP", ["CMicrohttpd", log]),
  library("Client", ["CCurl"]),
  library("SQLiteStore", ["SurveyCore", grdb]),
  library(
    "Web", ["HTTP", "Markup", "SurveyCore", log],
    resources: [.embedInCode("Assets")]),
  library("Texting", ["SurveyCore", log]),
  .executableTarget(
    name: "heard",
    dependencies: [
      "SurveyCore", "Reports", "HTTP", "Client", "SQLiteStore", "Texting", "Web", "CQrencode",
      arguments, log, yams,
    ],
    swiftSettings: rules),
  .executableTarget(
    name: "Kiosk",
    dependencies: ["SurveyCore", "Client", "CLinux", arguments, yams],
    path: "Kiosk", exclude: ["install"], swiftSettings: rules),

  .target(
    name: "TestSupport", dependencies: ["SurveyCore"], path: "Tests/TestSupport",
    swiftSettings: rules),
  tests("SurveyCoreTests", ["SurveyCore"], exclude: ["BrokenSurveys"]),
  tests("SurveyTextTests", ["SurveyCore"], exclude: ["Transcripts"]),
  tests("GatewayTests", ["SurveyCore", crypto]),
  tests("MarkupTests", ["Markup"]),
  tests("ReportsTests", ["Reports", "SurveyCore"], exclude: ["Golden"]),
  tests("HTTPTests", ["HTTP", log]),
  tests("StoreTests", ["SQLiteStore", "SurveyCore", grdb]),
  tests(
    "WebTests", ["Web", "HTTP", "Markup", "SurveyCore", "SQLiteStore"], exclude: ["Golden"]),
  tests("TextingTests", ["Texting", "SurveyCore", "SQLiteStore"]),
  tests("HeardTests", ["heard", "SurveyCore", "SQLiteStore"]),
  tests("ClientTests", ["Client", "HTTP", log]),
  tests(
    "KioskTests", ["Kiosk", "SurveyCore", "Client", "HTTP", crypto, log], exclude: ["Golden"]),
  tests("LayoutTests", []),
  .executableTarget(
    name: "BenchHello", dependencies: ["HTTP", log], path: "Tests/Bench/Hello", swiftSettings: rules
  ),
]

let package = Package(
  name: "Heard",
  products: [.executable(name: "heard-kiosk", targets: ["Kiosk"])],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: targets,
  swiftLanguageModes: [.v6]
)
