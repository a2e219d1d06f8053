package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Block;
import vn.vonggac.page.Format;
import vn.vonggac.page.Place;

/** A page that is a picture drawn of signs and hardly any words, which those who take pages over leave behind. */
@Singleton
final class DrawnPageDetector implements Detector {

    private static final double DRAWN = 0.6;
    private static final double SHARE = 0.15;
    private static final int FEWEST_SIGNS = 80;
    private static final int MOST_WORDS = 40;
    private static final int LONGEST = 20_000;
    /** Not those that stand for what is to be filled in, nor those that end sentences. */
    private static final String SIGNS = "/\\|()<>[]{}@#$%&=+~^\"'`;:!";
    private static final boolean[] SIGN = table();
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("[(\"“]?\\p{Lu}?[\\p{Ll}\\p{M}]{1,20}[.,:;!?)\"”]?");
    private static final int QUOTED = 80;

    @Override
    public String id() {
        return "drawn-page";
    }

    @Override
    public Family family() {
        return Family.DEFACEMENT;
    }

    @Override
    public List<Finding> look(Observation observation) {
        return observation.views().stream().filter(seen -> seen.content().format() == Format.HTML)
                .flatMap(seen -> look(seen).stream()).toList();
    }

    private Optional<Finding> look(Seen seen) {
        if (!ofSigns(seen.content().blocks())) {
            return Optional.empty();
        }
        String text = seen.content().visibleText();
        long words = BLANK.splitAsStream(text).filter(word -> WORD.matcher(word).matches())
                .limit(MOST_WORDS + 1).count();
        if (words > MOST_WORDS) {
            return Optional.empty();
        }
        String quote = text.substring(0, Math.min(QUOTED, text.length())).strip();
        return Optional.of(Finding.of(this, Severity.HIGH, DRAWN, seen.view(), Place.NOWHERE, quote, quote));
    }

    private static boolean ofSigns(List<Block> blocks) {
        int signs = 0;
        int all = 0;
        for (Block block : blocks) {
            String text = block.hidden().isPresent() ? "" : block.text();
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                all += letter == ' ' ? 0 : 1;
                signs += letter < SIGN.length && SIGN[letter] ? 1 : 0;
            }
            if (all > LONGEST) {
                return false;
            }
        }
        return signs >= FEWEST_SIGNS && signs >= SHARE * all;
    }

    private static boolean[] table() {
        boolean[] table = new boolean[128];
        SIGNS.chars().forEach(sign -> table[sign] = true);
        return table;
    }

    @Override
    public List<Example> examples() {
        String drawing = "<p>/\\_/\\ ( @.@ ) &gt; ^ &lt; //||\\\\ ##@@## {~~}</p>".repeat(8);
        return List.of(
                Example.raises("picture-drawn-of-signs",
                        "<title>x</title><body bgcolor=black><pre>" + drawing + "</pre><p>we were here</p>"),
                Example.silent("drawing-in-an-article", "<title>Tin</title>" + drawing
                        + "<p>Bài viết của sở về công tác tuần này và các tuần sau.</p>".repeat(6)),
                Example.silent("form-to-be-filled-in", "<title>Mẫu đơn</title>"
                        + "<p>Họ tên: .................... Số: ____/____ Ngày ...../...../.....</p>"
                                .repeat(12)));
    }
}
