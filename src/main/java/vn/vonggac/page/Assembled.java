package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What style sheets put together from several attributes of an element: {@code content: attr(data-a) " " attr(data-b)}. */
final class Assembled {

    private static final int MOST = 20;
    private static final int FEWEST_PIECES = 2;
    private static final String ATTRIBUTE = "attr(";
    private static final Pattern CONTENT = Pattern.compile("content(?<!\\wcontent)\\s*:\\s*([^;{}]{0,600})");
    private static final Pattern NAME = Pattern.compile("attr\\(\\s*([\\w-]{1,60})");

    private final List<List<String>> names = new ArrayList<>();

    static Assembled by(List<String> sheets) {
        Assembled assembled = new Assembled();
        sheets.stream().filter(sheet -> sheet.contains(ATTRIBUTE)).forEach(assembled::read);
        return assembled;
    }

    private void read(String sheet) {
        Matcher content = CONTENT.matcher(sheet);
        while (names.size() < MOST && content.find()) {
            List<String> asked = NAME.matcher(content.group(1)).results().map(found -> found.group(1))
                    .toList();
            if (asked.size() >= FEWEST_PIECES && !names.contains(asked)) {
                names.add(asked);
            }
        }
    }

    /** What stands on the element so, one text for each rule that fits. */
    List<String> on(Level level) {
        return names.isEmpty()
                ? List.of()
                : names.stream().filter(asked -> asked.stream().allMatch(level::has))
                        .map(asked -> asked.stream().map(level::attribute).collect(Collectors.joining(" ")))
                        .toList();
    }
}
