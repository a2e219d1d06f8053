package vn.vonggac.report;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The pages of a PDF, written from the top down; a new one begins where one is full. */
final class Sheets implements AutoCloseable {

    private static final float MARGIN = 45;
    private static final float LEADING = 1.35f;
    private static final float NUMBER = 8;

    /** How much room there is from left to right. */
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private final PDDocument document;
    private final PDFont font;
    private PDPageContentStream page;
    private float y;

    Sheets(PDDocument document, PDFont font) throws IOException {
        this.document = document;
        this.font = font;
        page = begin();
    }

    private PDPageContentStream begin() throws IOException {
        PDPage fresh = new PDPage(PDRectangle.A4);
        document.addPage(fresh);
        y = PDRectangle.A4.getHeight() - MARGIN;
        PDPageContentStream stream = new PDPageContentStream(document, fresh);
        write(stream, Integer.toString(document.getNumberOfPages()), 0, MARGIN / 2, NUMBER);
        stream.setLineWidth(0.4f);
        stream.setStrokingColor(0.6f);
        return stream;
    }

    private void write(PDPageContentStream stream, String text, float x, float height, float size)
            throws IOException {
        stream.beginText();
        stream.setFont(font, size);
        stream.newLineAtOffset(MARGIN + x, height);
        stream.showText(text);
        stream.endText();
    }

    /** Begins a page where there is less room left than this. */
    void keep(float room) throws IOException {
        if (y - room < MARGIN) {
            page.close();
            page = begin();
        }
    }

    void down(float by) {
        y -= by;
    }

    /** Texts side by side, each at its place. */
    void line(List<String> texts, List<Float> starts, float size) throws IOException {
        keep(size * LEADING);
        y -= size * LEADING;
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                write(page, texts.get(i), starts.get(i), y, size);
            }
        }
    }

    /** A thin line across. */
    void rule() throws IOException {
        page.moveTo(MARGIN, y);
        page.lineTo(MARGIN + WIDTH, y);
        page.stroke();
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
