/** What an experiment file says, resolved against the plugins that are there. */
package dev.coffey.lab.experiment;
