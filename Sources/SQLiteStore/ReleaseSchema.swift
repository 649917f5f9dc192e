extension Schema {
  /// Releases. What is frozen are counts: which people share a cell, never a response.
  static let releases = """
    -- An issue of a quarter, by the quarter's first month.
    CREATE TABLE releases (
      id INTEGER PRIMARY KEY,
      quarter TEXT NOT NULL CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
      issue INTEGER NOT NULL CHECK (issue > 0),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      -- SHA-256 of what is frozen.
      counts BLOB NOT NULL CHECK (length(counts) = 32),
      draft INTEGER NOT NULL DEFAULT 1 CHECK (draft IN (0, 1)),
      UNIQUE (quarter, issue)
    ) STRICT;

    CREATE TABLE released_documents (
      release INTEGER NOT NULL REFERENCES releases (id),
      name TEXT NOT NULL CHECK (name <> ''),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (release, name)
    ) STRICT, WITHOUT ROWID;

    -- What figures tell apart: slices without language, completeness and collection.
    CREATE TABLE frozen_slices (
      id INTEGER PRIMARY KEY,
      release INTEGER NOT NULL REFERENCES releases (id),
      edition INTEGER NOT NULL REFERENCES editions (id),
      place INTEGER NOT NULL REFERENCES places (id),
      audience TEXT NOT NULL,
      channel TEXT NOT NULL CHECK (channel IN ('web', 'kiosk', 'text')),
      helped INTEGER NOT NULL CHECK (helped IN (0, 1)),
      month TEXT NOT NULL,
      responses INTEGER NOT NULL CHECK (responses >= 0),
      UNIQUE (release, edition, place, audience, channel, helped, month)
    ) STRICT;

    CREATE TABLE frozen_counts (
      slice INTEGER NOT NULL REFERENCES frozen_slices (id),
      option INTEGER NOT NULL REFERENCES options (id),
      number INTEGER NOT NULL CHECK (number > 0),
      PRIMARY KEY (slice, option)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE frozen_dropouts (
      slice INTEGER NOT NULL REFERENCES frozen_slices (id),
      question TEXT NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      PRIMARY KEY (slice, question)
    ) STRICT, WITHOUT ROWID;

    -- Comments that had come by then: only these are told of, whenever they are coded.
    CREATE TABLE frozen_comments (
      release INTEGER NOT NULL REFERENCES releases (id),
      comment BLOB NOT NULL REFERENCES comments (id),
      PRIMARY KEY (release, comment)
    ) STRICT, WITHOUT ROWID;

    -- How many people collections that were opened or answered in the quarter had set out to ask by
    -- then, and whether anybody finished one in it.
    CREATE TABLE frozen_askings (
      release INTEGER NOT NULL REFERENCES releases (id),
      collection INTEGER NOT NULL REFERENCES collections (id),
      people INTEGER CHECK (people > 0),
      links INTEGER CHECK (links >= 0),
      texted INTEGER CHECK (texted > 0),
      answered INTEGER NOT NULL CHECK (answered IN (0, 1)),
      PRIMARY KEY (release, collection)
    ) STRICT, WITHOUT ROWID;

    -- How many concerns were raised in the quarter, and how they stood when it ended.
    CREATE TABLE frozen_concerns (
      release INTEGER NOT NULL PRIMARY KEY REFERENCES releases (id),
      raised INTEGER NOT NULL CHECK (raised >= heard),
      heard INTEGER NOT NULL CHECK (heard >= agreed),
      agreed INTEGER NOT NULL CHECK (agreed >= closed + overdue),
      closed INTEGER NOT NULL CHECK (closed >= 0),
      overdue INTEGER NOT NULL CHECK (overdue >= 0),
      earlier INTEGER NOT NULL CHECK (earlier >= earlier_overdue),
      earlier_overdue INTEGER NOT NULL CHECK (earlier_overdue >= 0)
    ) STRICT, WITHOUT ROWID;
    """
}
