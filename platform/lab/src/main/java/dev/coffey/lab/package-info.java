/** Experiments from file to report: what the command line and every other front end calls. */
package dev.coffey.lab;
