package dev.coffey.benchmarks.table;

import java.io.IOException;

/** Gives one line of the table. */
interface Measurement {
  /** What is measured, as the line will say. */
  String what();

  /** Measures; takes from seconds to minutes. */
  Row take(Parameters parameters) throws IOException, InterruptedException;
}
