package dev.coffey.lab.run;

/**
 * Where training goes on.
 *
 * @param epoch the epoch of the next step, from 1; one past the last if there is none
 * @param step steps done so far
 */
record Position(int epoch, long step) {
  static Position start() {
    return new Position(1, 0);
  }
}
