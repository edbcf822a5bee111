package dev.coffey.kernel.watch;

import java.nio.file.Path;
import java.util.List;

/**
 * What a look at the drop folder found.
 *
 * @param arrived jars that are new or have new content, and hold still
 * @param removed jars that are gone
 * @param unsettled whether something is changing just now, so that another look is due soon
 */
public record Changes(List<Path> arrived, List<Path> removed, boolean unsettled) {}
