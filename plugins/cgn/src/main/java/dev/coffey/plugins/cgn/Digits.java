package dev.coffey.plugins.cgn;

import java.util.ArrayList;
import java.util.List;

/**
 * Ten digits as segments in the unit square, x to the right, y down. Every digit has as many; those
 * of simple ones are repeated.
 */
final class Digits {
  static final int CLASSES = 10;

  /** Points on an arc of a digit that has two of them; others have more. */
  private static final int FEW = 14;

  private static final int MANY = 24;

  /** From one point to the next. */
  record Segment(double x1, double y1, double x2, double y2) {}

  private static final class Strokes {
    private final List<Segment> segments = new ArrayList<>();
    private double x;
    private double y;
    private boolean drawing;

    /** The next stroke begins somewhere else. */
    Strokes lift() {
      drawing = false;
      return this;
    }

    Strokes to(double nextX, double nextY) {
      if (drawing) {
        segments.add(new Segment(x, y, nextX, nextY));
      }
      x = nextX;
      y = nextY;
      drawing = true;
      return this;
    }

    /** Along an ellipse, angles in degrees, 0 being to the right and 90 down. */
    Strokes arc(int points, double cx, double cy, double rx, double ry, double from, double to) {
      for (int i = 0; i < points; i++) {
        double angle = Math.toRadians(from + (to - from) * i / (points - 1));
        to(cx + rx * Math.cos(angle), cy + ry * Math.sin(angle));
      }
      return this;
    }
  }

  private Digits() {}

  /** Segments of each digit, as many for all. */
  static List<List<Segment>> segments() {
    List<List<Segment>> digits = strokes().stream().map(digit -> digit.segments).toList();
    int most = digits.stream().mapToInt(List::size).max().orElseThrow();
    return digits.stream().map(digit -> filled(digit, most)).toList();
  }

  private static List<Segment> filled(List<Segment> digit, int count) {
    List<Segment> filled = new ArrayList<>(digit);
    while (filled.size() < count) {
      filled.add(digit.get(digit.size() - 1));
    }
    return List.copyOf(filled);
  }

  private static List<Strokes> strokes() {
    return List.of(
        new Strokes().arc(MANY, 0.5, 0.5, 0.26, 0.38, 0, 360),
        new Strokes().to(0.36, 0.28).to(0.52, 0.12).to(0.52, 0.88),
        new Strokes().arc(MANY, 0.5, 0.33, 0.24, 0.21, 190, 380).to(0.28, 0.88).to(0.76, 0.88),
        new Strokes()
            .arc(FEW, 0.46, 0.31, 0.24, 0.19, 200, 430)
            .lift()
            .arc(FEW, 0.46, 0.69, 0.26, 0.20, -80, 160),
        new Strokes().to(0.62, 0.88).to(0.62, 0.12).to(0.24, 0.62).to(0.78, 0.62),
        new Strokes()
            .to(0.72, 0.12)
            .to(0.34, 0.12)
            .to(0.31, 0.46)
            .arc(MANY, 0.47, 0.65, 0.25, 0.23, -110, 150),
        new Strokes().to(0.62, 0.10).to(0.36, 0.42).arc(MANY, 0.5, 0.66, 0.22, 0.22, 190, 550),
        new Strokes().to(0.24, 0.13).to(0.76, 0.13).to(0.44, 0.88),
        new Strokes()
            .arc(FEW, 0.5, 0.30, 0.20, 0.18, 0, 360)
            .lift()
            .arc(FEW, 0.5, 0.68, 0.24, 0.20, 0, 360),
        new Strokes().arc(MANY, 0.48, 0.34, 0.22, 0.22, 20, 380).to(0.66, 0.88));
  }
}
