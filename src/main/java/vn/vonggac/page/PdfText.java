package vn.vonggac.page;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes the text of a PDF out, page after page, and stops in the middle of one when there is too much of it. */
final class PdfText extends PDFTextStripper {

    private static final int MOST_LETTERS = 3_000_000;
    private static final int LOOK_AT_CLOCK = 512;

    private final Gathered gathered;
    private final long deadline;
    private int letters;

    PdfText(Gathered gathered, long deadline) {
        this.gathered = gathered;
        this.deadline = deadline;
    }

    /** Enough was read, or long enough. */
    static final class EnoughException extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final Gap.Reason reason;

        EnoughException(Gap.Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        Gap.Reason reason() {
            return reason;
        }
    }

    void page(PDDocument document, int page) throws IOException {
        setStartPage(page);
        setEndPage(page);
        int line = 0;
        for (String text : getText(document).split("\\R", -1)) {
            line++;
            String plain = Text.collapsed(Normalizer.normalize(text, Normalizer.Form.NFC));
            if (!plain.isEmpty()) {
                gathered.block(Place.onSheet(page, line), Block.Kind.TEXT, Block.Region.MAIN, plain,
                        Optional.empty());
            }
        }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (++letters > MOST_LETTERS) {
            throw new EnoughException(Gap.Reason.TOO_LARGE);
        }
        if (letters % LOOK_AT_CLOCK == 0 && System.nanoTime() - deadline > 0) {
            throw new EnoughException(Gap.Reason.DEADLINE);
        }
        super.processTextPosition(text);
    }
}
