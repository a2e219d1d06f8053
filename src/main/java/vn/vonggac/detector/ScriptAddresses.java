package vn.vonggac.detector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The addresses in a script or a packed page as they stand there, one a host, found in one pass: most need no more. */
final class ScriptAddresses {

    private static final int MOST = 50;
    private static final int LONGEST = 500;
    private static final int LONGEST_HOST = 100;

    private ScriptAddresses() {}

    static List<String> in(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        collect(text, "//", found);
        collect(text, "\\/\\/", found);
        return List.copyOf(found.values());
    }

    private static void collect(String text, String slashes, Map<String, String> found) {
        for (int at = text.indexOf(slashes); at >= 0 && found.size() < MOST; at = text.indexOf(slashes,
                at + slashes.length())) {
            int from = at + slashes.length();
            String host = host(text, from);
            if (host.indexOf('.') > 0 && begins(text, at)) {
                found.computeIfAbsent(host, name -> "https://" + rest(text, from));
            }
        }
    }

    /** After a scheme or as the first of a string; after anything else it is a remark. */
    private static boolean begins(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return before == ':' || before == '"' || before == '\'' || before == '`';
    }

    private static String host(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST_HOST && ofHost(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }

    private static boolean ofHost(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '.' || letter == '-' || letter == '_';
    }

    private static String rest(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST
                && "\"'`<> \n\r\t)".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(from, end).replace("\\/", "/");
    }
}
