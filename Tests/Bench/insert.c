// Durable rows by SQLite's own C interface, one in each transaction: what group commit is
// measured against.
//
//   cc -O2 -o insert insert.c -lsqlite3 && ./insert FILE SECONDS
//
// Set as a careful program would for speed without losing an acknowledged row: write-ahead log,
// synchronous=FULL, one prepared statement, keys in rising order, one connection. A row is about
// as long as a response of six answers. Prints rows and seconds as JSON.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char answers[] =
    "{\"came\":\"yes\",\"listened\":\"usually\",\"explained\":\"always\",\"next\":\"partly\","
    "\"ask\":[\"paper\",\"text\"],\"change\":\"Please come on time.\"}";

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static void must(int ok, sqlite3 *db) {
  if (ok) return;
  fprintf(stderr, "insert: %s\n", sqlite3_errmsg(db));
  exit(1);
}

int main(int count, char **words) {
  if (count != 3) return fprintf(stderr, "insert FILE SECONDS\n"), 64;
  sqlite3 *db;
  sqlite3_stmt *insert;
  must(sqlite3_open(words[1], &db) == SQLITE_OK, db);
  must(sqlite3_exec(db,
                    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                    "CREATE TABLE IF NOT EXISTS responses "
                    "(id INTEGER PRIMARY KEY, day INTEGER NOT NULL, answers TEXT NOT NULL) STRICT",
                    NULL, NULL, NULL) == SQLITE_OK,
       db);
  must(sqlite3_prepare_v2(db, "INSERT INTO responses (day, answers) VALUES (?, ?)", -1, &insert,
                          NULL) == SQLITE_OK,
       db);
  long rows = 0;
  double start = now(), end = start + atof(words[2]), time = start;
  for (; time < end; time = now(), rows++) {
    sqlite3_bind_int64(insert, 1, rows % 28 + 1);
    sqlite3_bind_text(insert, 2, answers, sizeof answers - 1, SQLITE_STATIC);
    must(sqlite3_step(insert) == SQLITE_DONE, db);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  sqlite3_close(db);
  printf("{\"rows\": %ld, \"seconds\": %.4f}\n", rows, time - start);
}
