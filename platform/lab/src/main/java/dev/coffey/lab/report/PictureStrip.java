package dev.coffey.lab.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Pictures of one series in the order of time.
 *
 * @param title who made them, and the series
 */
public record PictureStrip(String title, List<Picture> pictures) {
  /** Keeps the pictures. */
  public PictureStrip {
    requireNonNull(title, "title is null");
    pictures = List.copyOf(pictures);
  }
}
