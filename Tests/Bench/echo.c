/*
 * What a terminal and two processes cost by themselves: for each key, as many bytes back.
 *
 *   echo SIZE...
 *
 * Puts its terminal in raw mode; then answers the first key with so many bytes as the first SIZE
 * says, in one write, the second with as many as the second, and so on, round and round. A key is
 * whatever one read gives. Ends when the terminal does.
 */
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

int main(int count, char **words) {
  static char painted[1 << 20];
  char key[64];
  struct termios modes;
  if (count < 2 || tcgetattr(0, &modes)) return 64;
  cfmakeraw(&modes);
  tcsetattr(0, TCSAFLUSH, &modes);
  memset(painted, 'x', sizeof painted);
  if (write(1, "ready", 5) != 5) return 1;
  for (int next = 1; read(0, key, sizeof key) > 0; next = next % (count - 1) + 1) {
    size_t size = strtoul(words[next], NULL, 10);
    if (size > sizeof painted) return 64;
    for (size_t sent = 0; sent < size;) {
      ssize_t taken = write(1, painted + sent, size - sent);
      if (taken <= 0) return 1;
      sent += taken;
    }
  }
  return 0;
}
