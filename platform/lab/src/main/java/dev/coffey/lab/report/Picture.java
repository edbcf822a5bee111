package dev.coffey.lab.report;

import static java.util.Objects.requireNonNull;

import java.util.Base64;

/** A picture that a run kept. */
public final class Picture {
  private final String title;
  private final String dataUri;

  /**
   * Takes a picture.
   *
   * @param title what tells it from others of its strip: {@code epoch 3}
   * @param png the image file's bytes
   */
  public Picture(String title, byte[] png) {
    this.title = requireNonNull(title, "title is null");
    dataUri = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  /** What tells it from others of its strip. */
  public String title() {
    return title;
  }

  /** The image inside a text: a {@code data:} address. */
  String dataUri() {
    return dataUri;
  }
}
