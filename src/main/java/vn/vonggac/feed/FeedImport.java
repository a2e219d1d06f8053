package vn.vonggac.feed;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import vn.vonggac.feed.FeedResult.Reason;
import vn.vonggac.feed.FeedResult.Refused;

/** Reads a list as it came and writes its entries, one a line, to the file that a table is built from. */
final class FeedImport {

    /** Begins an entry that a list itself excepts. */
    static final String EXCEPTED = "!";

    private static final int FEW_BROKEN = 5;
    private static final int TOLERATED_SHARE = 100;
    private static final int LINES_OF_A_PAGE = 40;
    private static final int LONGEST_LINE = 100_000;

    private final String list;
    private final String source;
    private int line;
    private int entries;
    private int ignored;
    private int broken;
    private int firstBroken;
    private String firstBrokenText = "";

    private FeedImport(String list, String source) {
        this.list = list;
        this.source = source;
    }

    /** The list is in {@code into} only if the result is {@code Loaded}. */
    static FeedResult read(String list, String source, InputStream in, Path into) {
        FeedImport feed = new FeedImport(list, source);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(unpacked(in), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(into)) {
            return feed.copy(lines, out);
        } catch (IOException e) {
            return feed.refused(feed.line, Reason.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered) : buffered;
    }

    private FeedResult copy(BufferedReader lines, BufferedWriter out) throws IOException {
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            line++;
            if (line <= LINES_OF_A_PAGE && webPage(text)) {
                return refused(line, Reason.WEB_PAGE, shortened(text));
            }
            take(text, out);
            if (broken > FEW_BROKEN && broken > (entries + ignored) / TOLERATED_SHARE && line > 1_000) {
                return refused(firstBroken, Reason.NOT_A_LIST, firstBrokenText);
            }
        }
        if (broken > FEW_BROKEN && broken > entries / TOLERATED_SHARE || broken > 0 && entries == 0) {
            return refused(firstBroken, Reason.NOT_A_LIST, firstBrokenText);
        }
        return entries == 0
                ? refused(0, Reason.EMPTY, "")
                : new FeedResult.Loaded(list, entries, ignored + broken);
    }

    private static boolean webPage(String text) {
        String start = text.stripLeading();
        return start.regionMatches(true, 0, "<!doctype html", 0, 14)
                || start.regionMatches(true, 0, "<html", 0, 5)
                || start.regionMatches(true, 0, "<head", 0, 5) || start.regionMatches(true, 0, "<body", 0, 5);
    }

    private void take(String text, BufferedWriter out) throws IOException {
        FeedLine parsed = text.length() > LONGEST_LINE ? FeedLine.BROKEN : FeedLine.parse(text);
        switch (parsed) {
            case FeedLine.Entry(String key) -> {
                entries++;
                out.write(key);
                out.write('\n');
            }
            case FeedLine.Exception(String key) -> {
                ignored++;
                out.write(EXCEPTED + key + '\n');
            }
            case FeedLine.Nothing() -> ignored++;
            case FeedLine.Broken() -> {
                if (broken++ == 0) {
                    firstBroken = line;
                    firstBrokenText = shortened(text);
                }
            }
        }
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private Refused refused(int at, Reason reason, String detail) {
        return new Refused(list, source, at, reason, detail);
    }
}
