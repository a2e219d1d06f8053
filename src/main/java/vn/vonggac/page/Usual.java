package vn.vonggac.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a page usually shows, for people to read.
 *
 * @param title its last title, where what is not always in it is left out
 * @param language as the page declares it
 * @param size in bytes, on the average
 * @param hosts those it links to
 * @param scripts the hosts its scripts come from
 * @param forms the addresses its forms send to
 * @param frames the hosts it shows in frames
 */
public record Usual(String title, String language, long size, List<String> hosts, List<String> scripts,
        List<String> forms, List<String> frames) {

    private static final int MOST = 200;
    private static final String GAP = "…";

    public Usual {
        hosts = List.copyOf(hosts);
        scripts = List.copyOf(scripts);
        forms = List.copyOf(forms);
        frames = List.copyOf(frames);
    }

    public static Usual of(Baseline known) {
        return new Usual(pattern(known), known.language, Math.round(known.size),
                usual(known.links, link -> link.outbound() ? link.host() : ""),
                usual(known.scripts, Script::host), usual(known.forms, Form::action),
                usual(known.frames, Frame::host));
    }

    private static String pattern(Baseline known) {
        Set<String> steady = new HashSet<>(usual(known.titleWords, Function.identity()));
        List<String> pattern = new ArrayList<>();
        for (String word : known.title.split(" ")) {
            String shown = steady.contains(word) ? word : GAP;
            if (!shown.equals(GAP) || pattern.isEmpty() || !pattern.getLast().equals(GAP)) {
                pattern.add(shown);
            }
        }
        return known.title.isEmpty() ? "" : String.join(" ", pattern);
    }

    private static <T> List<String> usual(Memory<T> memory, Function<T, String> says) {
        return memory.traces().stream().filter(Trace::usual).map(Trace::item).map(says)
                .filter(text -> !text.isEmpty()).distinct().sorted().limit(MOST).toList();
    }
}
