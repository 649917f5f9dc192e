import GRDB
import SurveyCore

extension StoreError {
  /// Any error as the store's own. SQLite's messages name tables, columns and rules, never values;
  /// GRDB's descriptions could hold values and are not used.
  init(_ error: any Error) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError: self.init(error)
    default: self = .broken("\(type(of: error))")
    }
  }

  private init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .full
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_CONSTRAINT: self = .refused(error.message ?? "a rule of the schema")
    default:
      self = .broken("SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "")")
    }
  }

  /// Whether only the job that met the error is to blame, so that its batch may go on.
  static func isOfOneJob(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return error is StoreError }
    return [.SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG].contains(error.resultCode)
  }
}

/// Runs `body` and gives any error as a `StoreError`.
func translated<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
  do { return try body() } catch { throw StoreError(error) }
}
