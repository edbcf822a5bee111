/** Test support for modules that build on nn, published as its test artefact. */
package dev.coffey.nn.test;
