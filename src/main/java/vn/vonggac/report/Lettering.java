package vn.vonggac.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of a PDF, and how lines are broken in it. */
final class Lettering {

    /** Liberation Sans (SIL Open Font License), which comes with PDFBox and has every Vietnamese letter. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String UNKNOWN = "?";

    private final PDType0Font font;
    private final Map<Integer, Float> widths = new HashMap<>();

    Lettering(PDDocument document) throws IOException {
        try (InputStream stream = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            font = PDType0Font.load(document, stream, true);
        }
    }

    PDType0Font font() {
        return font;
    }

    /** How long a text is at size 1. */
    float width(String text) {
        return (float) text.codePoints().mapToDouble(this::width).sum();
    }

    /** -1 for a letter that the font has not. */
    private float width(int letter) {
        return widths.computeIfAbsent(letter, unused -> {
            try {
                return font.getStringWidth(Character.toString(letter)) / 1000;
            } catch (IllegalArgumentException notThere) {
                return -1f;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** In one piece a letter, without what cannot be written. */
    private String writable(String text) {
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT) {
                clean.append(' ');
            } else {
                clean.append(width(letter) < 0 ? UNKNOWN : Character.toString(letter));
            }
        });
        return clean.toString();
    }

    /** The lines of a text that is no wider than {@code room} at this size. */
    List<String> lines(String text, float size, float room) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            StringBuilder current = new StringBuilder();
            for (String word : writable(line).split(" ")) {
                place(word, current, lines, room / size);
            }
            lines.add(current.toString());
        }
        return lines;
    }

    private void place(String word, StringBuilder current, List<String> lines, float room) {
        String before = current.isEmpty() ? "" : current + " ";
        if (width(before + word) <= room) {
            current.setLength(0);
            current.append(before).append(word);
            return;
        }
        if (!current.isEmpty()) {
            lines.add(current.toString());
            current.setLength(0);
        }
        // what is longer than a line, as addresses are, goes on in the next
        word.codePoints().mapToObj(Character::toString).forEach(letter -> {
            if (width(current + letter) > room && !current.isEmpty()) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(letter);
        });
    }
}
