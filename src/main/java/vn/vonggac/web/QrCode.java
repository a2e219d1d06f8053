package vn.vonggac.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A text as a picture that a telephone reads, drawn by ourselves: one path in an SVG, so that nothing has to be loaded.
 *
 * @param size of the picture in its own units, the white around it included
 * @param path the black fields, each run of a row as one stroke
 */
public record QrCode(int size, String path) {

    // a reader needs so much white around it
    private static final int QUIET = 4;

    public static QrCode of(String text) {
        try {
            ByteMatrix fields = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            StringBuilder path = new StringBuilder();
            for (int row = 0; row < fields.getHeight(); row++) {
                draw(fields, row, path);
            }
            return new QrCode(fields.getWidth() + 2 * QUIET, path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds " + text.length() + " characters", e);
        }
    }

    private static void draw(ByteMatrix fields, int row, StringBuilder path) {
        int column = 0;
        while (column < fields.getWidth()) {
            int end = column;
            while (end < fields.getWidth() && fields.get(end, row) == 1) {
                end++;
            }
            if (end > column) {
                path.append('M').append(column + QUIET).append(' ').append(row + QUIET).append('h')
                        .append(end - column).append("v1h-").append(end - column).append('z');
            }
            column = Math.max(end, column + 1);
        }
    }
}
