package vn.vonggac.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Markup inside a page that is not part of its tree: read too, within a bound on all of it together. */
final class Fragments {

    private static final int LONGEST = 200_000;
    private static final int LONGEST_TOGETHER = 1_000_000;
    private static final int MOST = 2_000;
    private static final int FEWEST_LETTERS = 3;

    private final Gathered gathered;
    private final Recent recent;
    private int together;
    private int count;

    Fragments(Gathered gathered, Recent recent) {
        this.recent = recent;
        this.gathered = gathered;
    }

    /** Keeps the text of a part whose elements stand in the page's own tree. */
    boolean keep(Fragment.Kind kind, String text, Place place) {
        if (text.isBlank()) {
            return false;
        }
        together += Math.min(text.length(), LONGEST);
        if (together > LONGEST_TOGETHER || ++count > MOST) {
            if (gathered.gaps.stream().noneMatch(gap -> gap.detail().equals("fragments"))) {
                gathered.gap(Gap.Reason.TOO_LARGE, "fragments");
            }
            return false;
        }
        gathered.fragments.add(new Fragment(place, kind, Elements.bounded(text, LONGEST)));
        return true;
    }

    /** Keeps a part and reads what it says, hidden for this reason, or in sight for none. */
    void read(Fragment.Kind kind, String text, Place place, Address base, @Nullable HiddenReason hidden) {
        if (!keep(kind, text, place)) {
            return;
        }
        String bounded = Elements.bounded(text, LONGEST);
        if (bounded.indexOf('<') < 0) {
            words(bounded, place, hidden);
            return;
        }
        Elements elements = kind == Fragment.Kind.FRAME_DOCUMENT
                ? new FramedElements(gathered, base)
                : new Elements(gathered, base);
        new HtmlWalk(gathered, SourceLines.at(place.line()), new StyleRules(StyleIndex.NONE, 0), elements,
                recent, hidden).below(place)
                .walk(recent.markup(withoutCondition(bounded)));
    }

    private void words(String text, Place place, @Nullable HiddenReason hidden) {
        String plain = Text.collapsed(text);
        if (speaks(plain)) {
            gathered.block(place, Block.Kind.TEXT, Block.Region.BOILERPLATE, plain,
                    Optional.ofNullable(hidden));
        }
    }

    private static boolean speaks(String plain) {
        int letters = 0;
        for (int i = 0; i < plain.length() && letters < FEWEST_LETTERS; i++) {
            letters += Character.isLetterOrDigit(plain.charAt(i)) ? 1 : 0;
        }
        return letters == FEWEST_LETTERS;
    }

    /** {@code [if lt IE 9]>} and {@code <![endif]} around old browsers' markup. */
    private static String withoutCondition(String text) {
        int end = text.startsWith("[if") ? text.indexOf("]>") : -1;
        return end < 0 ? text : text.substring(end + 2).replace("<![endif]", "");
    }

    void data(Fragment.Kind kind, String url, Place place, Address base, @Nullable HiddenReason hidden) {
        String type = url.substring(0, Math.min(url.length(), 40)).toLowerCase(Locale.ROOT);
        if (type.startsWith("data:image/") && !type.startsWith("data:image/svg")
                || type.startsWith("data:font")) {
            return;
        }
        read(kind, decoded(url), place, base, hidden);
    }

    /** What a data URL holds; empty when it is broken. */
    String decoded(String url) {
        int comma = url.indexOf(',');
        if (comma < 0) {
            return "";
        }
        String payload = Elements.bounded(url.substring(comma + 1), LONGEST);
        boolean base64 = url.substring(0, comma).toLowerCase(Locale.ROOT).endsWith("base64");
        return base64 ? fromBase64(payload) : Percent.decode(payload);
    }

    private static String fromBase64(String payload) {
        String clean = Percent.decode(payload).replaceAll("[^A-Za-z0-9+/]", "");
        String whole = clean.substring(0, clean.length() - (clean.length() % 4 == 1 ? 1 : 0));
        try {
            return new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
