package vn.vonggac.page;

import java.util.Optional;

/** Reads plain text: one block a line. */
final class TextReader {

    private static final int MOST_LINES = 200_000;

    private TextReader() {}

    static void read(PageSource source, Gathered gathered) {
        String text = Charsets.decode(source.body(), source.contentType());
        int number = 0;
        int start = 0;
        while (start < text.length() && number < MOST_LINES) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            number++;
            line(text.substring(start, stop), number, gathered);
            start = stop + 1;
        }
        if (start < text.length()) {
            gathered.gap(Gap.Reason.TOO_LARGE, MOST_LINES + " lines");
        }
    }

    private static void line(String line, int number, Gathered gathered) {
        String plain = Text.collapsed(line);
        if (!plain.isEmpty()) {
            gathered.block(new Place("", number), Block.Kind.TEXT, Block.Region.MAIN, plain,
                    Optional.empty());
        }
    }
}
