/** The command line: thin commands over the lab, one class each. */
package dev.coffey.cli;
