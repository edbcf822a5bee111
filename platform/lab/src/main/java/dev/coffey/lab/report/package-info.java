/**
 * The report of a comparison: one HTML file that needs no network, with tables, charts, pictures
 * and provenance.
 */
package dev.coffey.lab.report;
