extension Schema {
  /// What stands beside the figures in a report: numbers from other systems, how many were asked,
  /// what people made of comments, and what was done about concerns.
  static let evidence = """
    -- Numbers from other systems, one for each item and period.
    CREATE TABLE items (
      item TEXT NOT NULL CHECK (item <> ''),
      first TEXT NOT NULL CHECK (first GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
      last TEXT NOT NULL CHECK (last GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND last >= first),
      title TEXT NOT NULL,
      -- As it was written, or a symbol such as '[c]'.
      value TEXT NOT NULL CHECK (value <> ''),
      unit TEXT NOT NULL,
      source TEXT NOT NULL CHECK (source <> ''),
      note TEXT NOT NULL,
      imported TEXT NOT NULL
        CHECK (imported GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      PRIMARY KEY (item, first, last)
    ) STRICT, WITHOUT ROWID;

    -- How many people a collection set out to ask: said when it was opened, and counted as they
    -- were invited by text. How many links it has stands in 'links'.
    CREATE TABLE asked (
      collection INTEGER NOT NULL PRIMARY KEY REFERENCES collections (id),
      people INTEGER CHECK (people > 0),
      texted INTEGER CHECK (texted > 0)
    ) STRICT, WITHOUT ROWID;

    -- Who read what people wrote, and why.
    CREATE TABLE readings (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      reader TEXT NOT NULL CHECK (reader <> ''),
      reason TEXT NOT NULL CHECK (reason <> ''),
      survey TEXT NOT NULL CHECK (survey <> ''),
      first TEXT NOT NULL CHECK (first GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
      last TEXT NOT NULL CHECK (last GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND last >= first),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
    ) STRICT, WITHOUT ROWID;

    -- What people made of a comment. A quote has somebody who proposed it, and is released by
    -- another.
    CREATE TABLE codings (
      comment BLOB NOT NULL PRIMARY KEY REFERENCES comments (id),
      -- Those of the comment, so that counting is one pass over the index below.
      slice INTEGER NOT NULL REFERENCES slices (id),
      option INTEGER NOT NULL REFERENCES options (id),
      -- Ids in order, with a space between; '' where no theme fits.
      themes TEXT NOT NULL,
      coder TEXT NOT NULL CHECK (coder <> ''),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      quote TEXT CHECK (quote <> ''),
      quoter TEXT CHECK (quoter <> ''),
      releaser TEXT CHECK (releaser <> ''),
      CHECK ((quote IS NULL) = (quoter IS NULL)),
      CHECK (releaser IS NULL OR (quote IS NOT NULL AND releaser <> quoter COLLATE NOCASE))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX codings_by_slice ON codings (slice, option, themes);
    CREATE INDEX codings_released ON codings (slice) WHERE releaser IS NOT NULL;

    -- What was agreed about a concern, which stands in 'concerns' or in 'text_concerns': one for
    -- each day on which something was; the latest holds.
    CREATE TABLE concern_actions (
      concern BLOB NOT NULL CHECK (length(concern) = 16),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      action TEXT NOT NULL CHECK (action <> ''),
      owner TEXT NOT NULL CHECK (owner <> ''),
      due TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      PRIMARY KEY (concern, day)
    ) STRICT, WITHOUT ROWID;

    -- On which day a concern was closed, and how it ended.
    CREATE TABLE concern_ends (
      concern BLOB NOT NULL PRIMARY KEY CHECK (length(concern) = 16),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      outcome TEXT CHECK (outcome <> '')
    ) STRICT, WITHOUT ROWID;

    -- Both go with their concern.
    CREATE TRIGGER concerns_gone AFTER DELETE ON concerns BEGIN
      DELETE FROM concern_actions WHERE concern = OLD.id;
      DELETE FROM concern_ends WHERE concern = OLD.id;
    END;
    CREATE TRIGGER text_concerns_gone AFTER DELETE ON text_concerns BEGIN
      DELETE FROM concern_actions WHERE concern = OLD.id;
      DELETE FROM concern_ends WHERE concern = OLD.id;
    END;
    """
}
