/// The tables, as a list of steps that each take a store from one version to the next.
///
/// A step that was shipped never changes: a test holds the hash of its text. What is kept after a
/// journey's end holds no time finer than the day, and nothing that tells what came first: keys
/// are random, and tables that hold what people said have no row numbers.
enum Schema {
  /// "HERD": says that a file is a store of ours.
  static let applicationID: Int32 = 0x4845_5244

  /// The version is the number of steps done, kept in SQLite's `user_version`.
  static let steps = [first, kiosks, texts, evidence, releases]

  private static let first = """
    CREATE TABLE editions (
      id INTEGER PRIMARY KEY,
      survey TEXT NOT NULL CHECK (survey <> ''),
      number INTEGER NOT NULL CHECK (number > 0),
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      content BLOB NOT NULL,
      published TEXT NOT NULL CHECK (published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      UNIQUE (survey, number)
    ) STRICT;

    -- What can be said to an edition: one row for each question and value, whichever audience is
    -- offered it, and rows for what is no value: ':answered' (of choices and text), ':skipped',
    -- ':not-understood'.
    CREATE TABLE options (
      id INTEGER PRIMARY KEY,
      edition INTEGER NOT NULL REFERENCES editions (id),
      question TEXT NOT NULL,
      value TEXT NOT NULL,
      UNIQUE (edition, question, value)
    ) STRICT;

    CREATE TABLE places (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (name <> '')
    ) STRICT;

    CREATE TABLE collections (
      id INTEGER PRIMARY KEY,
      edition INTEGER NOT NULL REFERENCES editions (id),
      place INTEGER NOT NULL REFERENCES places (id),
      audience TEXT CHECK (audience <> ''),
      single_use INTEGER NOT NULL CHECK (single_use IN (0, 1)),
      promise TEXT NOT NULL CHECK (promise IN ('named', 'confidential', 'anonymous')),
      state TEXT NOT NULL CHECK (state IN ('open', 'closing', 'closed')),
      opened TEXT NOT NULL CHECK (opened GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
    ) STRICT;

    -- 'spent' is all that a finished single-use link keeps.
    CREATE TABLE links (
      token BLOB NOT NULL PRIMARY KEY CHECK (length(token) = 32),
      collection INTEGER NOT NULL REFERENCES collections (id),
      spent INTEGER NOT NULL DEFAULT 0 CHECK (spent IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    -- A combination that was met. Its id is drawn by lot, so that ids do not tell which was first.
    CREATE TABLE slices (
      id INTEGER PRIMARY KEY,
      collection INTEGER NOT NULL REFERENCES collections (id),
      audience TEXT NOT NULL CHECK (audience <> ''),
      language TEXT NOT NULL CHECK (language <> ''),
      channel TEXT NOT NULL CHECK (channel IN ('web', 'kiosk', 'text')),
      month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
      helped INTEGER NOT NULL CHECK (helped IN (0, 1)),
      partial INTEGER NOT NULL CHECK (partial IN (0, 1)),
      UNIQUE (collection, audience, language, channel, month, helped, partial)
    ) STRICT;

    CREATE TABLE responses (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      slice INTEGER NOT NULL REFERENCES slices (id),
      -- The day of the slice's month: the finest time there is.
      day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
      digest BLOB NOT NULL CHECK (length(digest) = 32)
    ) STRICT, WITHOUT ROWID;

    -- The order of the key is the order of counting: counts are one pass, with nothing to sort and
    -- no totals kept beside that could drift.
    CREATE TABLE answers (
      slice INTEGER NOT NULL REFERENCES slices (id),
      option INTEGER NOT NULL REFERENCES options (id),
      response BLOB NOT NULL REFERENCES responses (id),
      PRIMARY KEY (slice, option, response)
    ) STRICT, WITHOUT ROWID;

    -- Answers that wait to be sorted into 'answers', where each would touch a page of its own: one
    -- row for each response, with its options as a JSON array. An answer is in one table or the
    -- other, never in both.
    CREATE TABLE unsorted (
      response BLOB NOT NULL PRIMARY KEY REFERENCES responses (id),
      slice INTEGER NOT NULL REFERENCES slices (id),
      options TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE comments (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      response BLOB NOT NULL REFERENCES responses (id),
      option INTEGER NOT NULL REFERENCES options (id),
      body TEXT NOT NULL CHECK (body <> '')
    ) STRICT, WITHOUT ROWID;

    -- Nothing leads from a concern to the response it came from.
    CREATE TABLE concerns (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      collection INTEGER NOT NULL REFERENCES collections (id),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      question TEXT NOT NULL,
      answer TEXT NOT NULL,
      heard TEXT CHECK (heard GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
    ) STRICT, WITHOUT ROWID;

    -- How many stopped with this as the last question they answered; '' is before the first.
    CREATE TABLE dropouts (
      slice INTEGER NOT NULL REFERENCES slices (id),
      question TEXT NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      PRIMARY KEY (slice, question)
    ) STRICT, WITHOUT ROWID;

    -- Journeys under way, and for a while after the end which thank-you to show. 'touched' is in
    -- seconds since 1970; at the end it becomes the end of its day.
    CREATE TABLE journeys (
      session BLOB NOT NULL PRIMARY KEY CHECK (length(session) = 32),
      link BLOB REFERENCES links (token),
      collection INTEGER NOT NULL REFERENCES collections (id),
      audience TEXT NOT NULL,
      language TEXT NOT NULL,
      channel TEXT,
      answers TEXT,
      sealed TEXT,
      helped INTEGER,
      touched INTEGER NOT NULL,
      finished INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1)),
      CHECK (finished = 0 OR (link IS NULL AND channel IS NULL AND answers IS NULL
        AND sealed IS NULL AND helped IS NULL AND touched % 86400 = 0))
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX journeys_by_link ON journeys (link) WHERE link IS NOT NULL;
    """
}
