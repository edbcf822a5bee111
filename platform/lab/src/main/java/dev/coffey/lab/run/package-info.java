/** Runs: training loops, evaluation, artefacts, records, event logs. */
package dev.coffey.lab.run;
