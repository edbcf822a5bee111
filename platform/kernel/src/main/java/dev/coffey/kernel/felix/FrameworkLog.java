package dev.coffey.kernel.felix;

import org.apache.felix.framework.Logger;
import org.slf4j.LoggerFactory;

/** Felix's messages go to the log instead of standard output, where results belong. */
final class FrameworkLog extends Logger {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("org.apache.felix.framework");

  @Override
  protected void doLog(int level, String message, Throwable cause) {
    switch (level) {
      case LOG_ERROR, LOG_WARNING -> LOG.info(message, cause);
      default -> LOG.debug(message, cause);
    }
  }
}
