/** Files that are whole or not there. */
package dev.coffey.lab.store;
