package vn.vonggac.page;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * What a picture looks like in a few bytes: where it grows lighter and darker, and its colours cell by cell. Saved anew,
 * scaled or packed harder it stays itself; another picture is another.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Appearance(byte[] cells, int width, int height) {

    private static final long MOST_PIXELS = 50_000_000;
    private static final int READ_ACROSS = 256;
    private static final int ACROSS = 9;
    private static final int DOWN = 8;
    private static final int COLOURS = 4;
    private static final int SHAPE_BYTES = 8;
    private static final double UNRELATED_BITS = 26;
    private static final double UNRELATED_COLOURS = 70;

    /** PNG, JPEG, GIF, BMP; nothing for others, for what is broken, and for what would take too much to unpack. */
    public static Optional<Appearance> of(byte[] body) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(body))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? read(readers.next(), in) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Appearance> read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < ACROSS || height < DOWN || (long) width * height > MOST_PIXELS) {
                return Optional.empty();
            }
            ImageReadParam few = reader.getDefaultReadParam();
            few.setSourceSubsampling(Math.max(1, width / READ_ACROSS), Math.max(1, height / READ_ACROSS), 0,
                    0);
            return Optional.of(new Appearance(cells(reader.read(0, few)), width, height));
        } finally {
            reader.dispose();
        }
    }

    private static byte[] cells(BufferedImage picture) {
        byte[] cells = new byte[SHAPE_BYTES + COLOURS * COLOURS * 3];
        BufferedImage grey = scaled(picture, ACROSS, DOWN, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < DOWN; y++) {
            for (int x = 0; x < ACROSS - 1; x++) {
                boolean lighter = (grey.getRGB(x + 1, y) & 0xff) > (grey.getRGB(x, y) & 0xff);
                cells[y] |= (byte) (lighter ? 1 << x : 0);
            }
        }
        BufferedImage colours = scaled(picture, COLOURS, COLOURS, BufferedImage.TYPE_INT_RGB);
        int at = SHAPE_BYTES;
        for (int cell = 0; cell < COLOURS * COLOURS; cell++) {
            int colour = colours.getRGB(cell % COLOURS, cell / COLOURS);
            cells[at++] = (byte) (colour >> 16);
            cells[at++] = (byte) (colour >> 8);
            cells[at++] = (byte) colour;
        }
        return cells;
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height, int type) {
        BufferedImage small = new BufferedImage(width, height, type);
        var drawing = small.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.drawImage(halved(picture, width * 2), 0, 0, width, height, null);
        drawing.dispose();
        return small;
    }

    /** Step by step, so that every pixel has its say. */
    private static BufferedImage halved(BufferedImage picture, int enough) {
        BufferedImage half = picture;
        while (half.getWidth() > enough * 2 && half.getHeight() > enough * 2) {
            BufferedImage next = new BufferedImage(half.getWidth() / 2, half.getHeight() / 2,
                    BufferedImage.TYPE_INT_RGB);
            var drawing = next.createGraphics();
            drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                    RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            drawing.drawImage(half, 0, 0, next.getWidth(), next.getHeight(), null);
            drawing.dispose();
            half = next;
        }
        return half;
    }

    /** 1 for the same, 0 for pictures that have nothing in common. */
    public double likeness(Appearance other) {
        int bits = 0;
        for (int i = 0; i < SHAPE_BYTES; i++) {
            bits += Integer.bitCount((cells[i] ^ other.cells[i]) & 0xff);
        }
        int difference = 0;
        for (int i = SHAPE_BYTES; i < cells.length; i++) {
            difference += Math.abs((cells[i] & 0xff) - (other.cells[i] & 0xff));
        }
        double colours = (double) difference / (cells.length - SHAPE_BYTES);
        return Math.max(0, 1 - Math.max(bits / UNRELATED_BITS, colours / UNRELATED_COLOURS));
    }

    /** In a length that a column holds. */
    public String text() {
        return HexFormat.of().formatHex(cells) + ":" + width + ":" + height;
    }

    public static Appearance parse(String text) {
        String[] parts = text.split(":");
        return new Appearance(HexFormat.of().parseHex(parts[0]), Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]));
    }
}
