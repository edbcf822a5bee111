package dev.coffey.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/** Lets through what is logged inside a run, whose log file is in the MDC. */
public final class InsideRun extends Filter<ILoggingEvent> {
  @Override
  public FilterReply decide(ILoggingEvent event) {
    return event.getMDCPropertyMap().containsKey("run") ? FilterReply.NEUTRAL : FilterReply.DENY;
  }
}
