extension Schema {
  /// The text channel. A number stands nowhere in clear: it is found by a keyed hash, and sealed
  /// where it has to be read again. Whatever somebody said is sealed as well. Times in clear are
  /// those that a timer or a limit needs, and go with their row: each says until when.
  static let texts = """
    -- Texts that came in, as keyed marks of the gateway's ids, so that a repeat is one. 'day', in
    -- days since 1970, says when to forget it.
    CREATE TABLE arrivals (
      mark BLOB NOT NULL PRIMARY KEY CHECK (length(mark) = 32),
      day INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- The last words of a number, as a keyed mark, to tell a text that came twice under two ids.
    -- 'answered' is when a number that nobody talks with was told who we are: after a day the row
    -- is forgotten, without it within the hour. In milliseconds since 1970.
    CREATE TABLE recent_texts (
      number BLOB NOT NULL PRIMARY KEY CHECK (length(number) = 32),
      words BLOB CHECK (length(words) = 32),
      heard INTEGER,
      answered INTEGER
    ) STRICT, WITHOUT ROWID;

    -- One conversation for each number, sealed with its number, its answers and its times. 'wake'
    -- is when the timer has something to do, in milliseconds since 1970; none is left at the end.
    -- 'until' is the day the row goes after its end, in days since 1970: always a Monday, so that
    -- it does not tell on which day the end was.
    CREATE TABLE conversations (
      number BLOB NOT NULL PRIMARY KEY CHECK (length(number) = 32),
      sealed BLOB NOT NULL CHECK (length(sealed) > 28),
      wake INTEGER,
      until INTEGER CHECK (until % 7 = 4),
      CHECK (wake IS NULL OR until IS NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX conversations_by_wake ON conversations (wake) WHERE wake IS NOT NULL;

    -- Texts to be sent. 'sealed' holds number and words, and goes once the gateway has them.
    -- 'place' is the order they were queued in, since what one person is sent must keep its order;
    -- 'due' and 'handed' are in milliseconds since 1970. A row that is done with stays for receipts
    -- and for the limits on what one person is sent, and goes after three days.
    CREATE TABLE outbox (
      reference BLOB NOT NULL PRIMARY KEY CHECK (length(reference) = 16),
      number BLOB NOT NULL CHECK (length(number) = 32),
      place INTEGER NOT NULL,
      -- 0 safety, 1 help, 2 reply, 3 of our own accord.
      urgency INTEGER NOT NULL CHECK (urgency IN (0, 1, 2, 3)),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'doubtful', 'handed', 'perhaps', 'sent',
        'delivered', 'undelivered', 'refused', 'failed')),
      due INTEGER NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0,
      asked INTEGER NOT NULL DEFAULT 0,
      handed INTEGER,
      -- The person stopped while it was being handed over: it is not tried again.
      cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
      -- A keyed mark of the gateway's id.
      gateway BLOB CHECK (length(gateway) = 32),
      sealed BLOB CHECK (length(sealed) > 28),
      CHECK (sealed IS NOT NULL OR state NOT IN ('waiting', 'doubtful', 'handed'))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX outbox_by_number ON outbox (number, place);
    CREATE UNIQUE INDEX outbox_by_place ON outbox (place);
    CREATE INDEX outbox_by_turn ON outbox (urgency, place) WHERE sealed IS NOT NULL;
    CREATE INDEX outbox_by_due ON outbox (due) WHERE sealed IS NOT NULL;
    CREATE INDEX outbox_by_gateway ON outbox (gateway) WHERE gateway IS NOT NULL;

    -- Numbers that are not to be texted. A stop is kept for ever, as a hash alone and without its
    -- day. Of numbers that are somebody else's or reach nobody, the sealed number stays until
    -- whoever gave it has had time to be told.
    CREATE TABLE silenced (
      number BLOB NOT NULL PRIMARY KEY CHECK (length(number) = 32),
      reason TEXT NOT NULL CHECK (reason IN ('stop', 'wrong', 'unreachable')),
      sealed BLOB CHECK (length(sealed) > 28),
      day INTEGER,
      CHECK (reason <> 'stop' OR (sealed IS NULL AND day IS NULL))
    ) STRICT, WITHOUT ROWID;

    -- How often in a row a number could not be reached: gone once it is.
    CREATE TABLE misses (
      number BLOB NOT NULL PRIMARY KEY CHECK (length(number) = 32),
      standing TEXT NOT NULL,
      day INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- What somebody texted that is no answer, for a person to read. Nothing leads from it to a
    -- number or to a response.
    CREATE TABLE remarks (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      collection INTEGER REFERENCES collections (id),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      kind TEXT NOT NULL,
      sealed BLOB NOT NULL CHECK (length(sealed) > 28),
      read INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    -- Concerns raised by text: 'content' holds what was said and when; the number goes the moment
    -- the concern is closed. 'heard' is the day somebody took it on.
    CREATE TABLE text_concerns (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      collection INTEGER REFERENCES collections (id),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      reason TEXT NOT NULL CHECK (reason IN ('words', 'stopSentence', 'more', 'answer')),
      content BLOB NOT NULL CHECK (length(content) > 28),
      number BLOB CHECK (length(number) > 28),
      heard TEXT CHECK (heard GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      closed TEXT CHECK (closed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      CHECK (closed IS NULL OR (number IS NULL AND heard IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

    -- What a gateway sent that could not be read or dealt with, or was for somebody else, whole.
    CREATE TABLE parked (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      day INTEGER NOT NULL,
      why TEXT NOT NULL,
      sealed BLOB NOT NULL CHECK (length(sealed) > 28),
      read INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    """
}
