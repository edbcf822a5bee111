package dev.coffey.lab.run;

import dev.coffey.nn.ImageGrid;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A grid of images as a PNG file. */
record PngImage(ImageGrid grid) {
  void writeTo(OutputStream out) throws IOException {
    // without a temporary file of its own
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image(), "png", stream);
    }
  }

  private BufferedImage image() {
    var image =
        new BufferedImage(
            grid.width(),
            grid.height(),
            grid.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    image.getRaster().setDataElements(0, 0, grid.width(), grid.height(), grid.pixels());
    return image;
  }
}
