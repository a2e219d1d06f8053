package vn.vonggac.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Short lists as one column holds them: a line each, none longer than the column. */
final class Lines {

    private Lines() {}

    static String join(Collection<String> values, int room) {
        StringBuilder joined = new StringBuilder();
        for (String value : values) {
            String line = value.replace('\n', ' ');
            if (joined.length() + line.length() + 1 > room) {
                break;
            }
            joined.append(line).append('\n');
        }
        return joined.toString();
    }

    static List<String> split(String joined) {
        List<String> lines = new ArrayList<>();
        for (int start = 0, end; (end = joined.indexOf('\n', start)) >= 0; start = end + 1) {
            lines.add(joined.substring(start, end));
        }
        return lines;
    }

    /** Cut to the room there is, never through a surrogate pair, and without the zero that PostgreSQL refuses. */
    static String cut(String text, int room) {
        String clean = text.replace("\0", "");
        if (clean.length() <= room) {
            return clean;
        }
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(room - 1)) ? room - 1 : room);
    }
}
