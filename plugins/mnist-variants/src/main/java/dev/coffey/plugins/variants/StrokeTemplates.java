package dev.coffey.plugins.variants;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How digits are written: lines through points of the unit square, x to the right, y down. */
final class StrokeTemplates {
  private static final int ARC_POINTS = 20;

  private static final List<List<List<Point>>> DIGITS =
      List.of(
          List.of(arc(.5, .5, .26, .38, 0, 360)),
          List.of(line(.36, .28, .52, .12, .52, .88)),
          List.of(joined(arc(.5, .33, .24, .21, 190, 380), line(.28, .88, .76, .88))),
          List.of(arc(.46, .31, .24, .19, 200, 430), arc(.46, .69, .26, .20, -80, 160)),
          List.of(line(.62, .88, .62, .12, .24, .62, .78, .62)),
          List.of(joined(line(.72, .12, .34, .12, .31, .46), arc(.47, .65, .25, .23, -110, 150))),
          List.of(joined(line(.62, .10, .36, .42), arc(.5, .66, .22, .22, 190, 550))),
          List.of(line(.24, .13, .76, .13, .44, .88)),
          List.of(arc(.5, .30, .20, .18, 0, 360), arc(.5, .68, .24, .20, 0, 360)),
          List.of(joined(arc(.48, .34, .22, .22, 20, 380), line(.66, .88))));

  private StrokeTemplates() {}

  /** The lines of a digit, each of at least two points. */
  static List<List<Point>> of(int digit) {
    return DIGITS.get(digit);
  }

  private static List<Point> line(double... coordinates) {
    return IntStream.range(0, coordinates.length / 2)
        .mapToObj(i -> new Point(coordinates[2 * i], coordinates[2 * i + 1]))
        .toList();
  }

  /** Part of an ellipse about (x, y) with half axes; degrees from the right, downwards. */
  private static List<Point> arc(
      double x, double y, double halfWidth, double halfHeight, int from, int to) {
    return IntStream.range(0, ARC_POINTS)
        .mapToDouble(i -> from + (to - from) * (i / (ARC_POINTS - 1d)))
        .map(StrictMath::toRadians)
        .mapToObj(
            angle ->
                new Point(
                    x + halfWidth * StrictMath.cos(angle), y + halfHeight * StrictMath.sin(angle)))
        .toList();
  }

  private static List<Point> joined(List<Point> first, List<Point> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** A place in the plane. */
  record Point(double x, double y) {
    /** Distance from the line between two points. */
    double distance(Point from, Point to) {
      double dx = to.x - from.x;
      double dy = to.y - from.y;
      double along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy);
      double part = Math.max(0, Math.min(1, along));
      double offX = x - from.x - part * dx;
      double offY = y - from.y - part * dy;
      return Math.sqrt(offX * offX + offY * offY);
    }
  }
}
