package dev.coffey.lab.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills in what a {@code results.json} leaves out, or one of an earlier version didn't have. */
final class EarlierResults {
  private static final String SPEED = "imagesPerSecond";

  private EarlierResults() {}

  static void complete(ObjectNode document) {
    if (!document.has("teacher")) {
      document.putNull("teacher");
    }
    if (!document.has("stages")) {
      document.putArray("stages");
    }
    if (document.get("teacher") instanceof ObjectNode teacher) {
      completeTeacher(teacher);
    }
    for (JsonNode row : document.path("rows")) {
      if (row.path("cost") instanceof ObjectNode cost && !cost.has(SPEED)) {
        ObjectNode unknown = cost.putObject(SPEED).putNull("mean").putNull("std");
        unknown.putArray("values");
      }
    }
  }

  private static void completeTeacher(ObjectNode teacher) {
    if (!teacher.has("macs")) {
      teacher.put("macs", 0);
    }
    if (!teacher.has(SPEED)) {
      teacher.putNull(SPEED);
    }
  }
}
