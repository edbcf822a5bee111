/** Makes plugin projects from Coffey's Maven archetype, without Maven. */
package dev.coffey.cli.archetype;
