import GRDB

extension Row {
  /// A column's value. GRDB's own subscripts end the process when a damaged file holds something
  /// else than the schema says.
  ///
  /// - Throws: `RowDecodingError`.
  func get<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ index: Int, as type: Value.Type = Value.self
  ) throws -> Value {
    try decode(Value.self, atIndex: index)
  }

  /// A column's value, by name.
  ///
  /// - Throws: `RowDecodingError`.
  func get<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ name: String, as type: Value.Type = Value.self
  ) throws -> Value {
    try decode(Value.self, forColumn: name)
  }
}
