extension Schema {
  /// Kiosks. What is known of a device never says when anybody answered, and nothing joins the
  /// number of a visit to what was said in it.
  static let kiosks = """
    CREATE TABLE kiosks (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      place INTEGER NOT NULL REFERENCES places (id),
      key BLOB NOT NULL CHECK (length(key) = 32),
      -- The public key of ours that it seals to.
      sealing BLOB NOT NULL CHECK (length(sealing) = 32),
      enrolled TEXT NOT NULL
        CHECK (enrolled GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      revoked TEXT CHECK (revoked GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      -- When it enrolled or its last heartbeat came, in seconds since 1970; never an upload.
      contact INTEGER NOT NULL,
      version TEXT NOT NULL,
      -- What the last heartbeat said; NULL before the first.
      waiting INTEGER,
      set_aside INTEGER,
      next INTEGER,
      free INTEGER,
      clock INTEGER,
      wrong_pins INTEGER NOT NULL DEFAULT 0,
      -- Numbers of the visits that arrived, as '1-120,122-400'.
      received TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID;

    -- Codes to enrol with: forgotten when they are too old, 'until' being in seconds since 1970.
    CREATE TABLE invitations (
      code BLOB NOT NULL PRIMARY KEY CHECK (length(code) = 32),
      place INTEGER NOT NULL REFERENCES places (id),
      -- What tells the staff PIN, as JSON.
      pin TEXT NOT NULL,
      until INTEGER NOT NULL,
      -- The device that used it.
      kiosk BLOB REFERENCES kiosks (id)
    ) STRICT, WITHOUT ROWID;

    -- Signs that nobody meant an answer.
    CREATE TABLE signs (
      response BLOB NOT NULL REFERENCES responses (id),
      sign TEXT NOT NULL CHECK (sign IN ('fast', 'same', 'burst')),
      PRIMARY KEY (response, sign)
    ) STRICT, WITHOUT ROWID;
    """
}
