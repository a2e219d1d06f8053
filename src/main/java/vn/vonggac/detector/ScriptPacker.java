package vn.vonggac.detector;

import java.util.List;
import java.util.Optional;

/** Undoes the packer {@code eval(function(p,a,c,k,e,d){…}('…',62,80,'…'.split('|'),0,{}))} without running it. */
final class ScriptPacker {

    private static final int LONGEST = 500_000;

    private ScriptPacker() {}

    static boolean packed(String script) {
        return script.contains("function(p,a,c,k,e,");
    }

    /** The script that was packed, if one is there. */
    static Optional<String> unpack(List<ScriptToken> tokens) {
        for (int i = 0; i + 8 < tokens.size(); i++) {
            if (tokens.get(i).isString() && tokens.get(i + 1).is(",") && tokens.get(i + 3).is(",")
                    && tokens.get(i + 5).is(",") && tokens.get(i + 6).isString()
                    && tokens.get(i + 7).is(".") && tokens.get(i + 8).is("split")) {
                int base = ScriptFolding.number(tokens.get(i + 2).text());
                String[] words = tokens.get(i + 6).text().split("\\|", -1);
                return base < 2 || base > 62
                        ? Optional.empty()
                        : Optional.of(substitute(tokens.get(i).text(), base, words));
            }
        }
        return Optional.empty();
    }

    private static String substitute(String packed, int base, String[] words) {
        StringBuilder plain = new StringBuilder(packed.length() * 2);
        int i = 0;
        while (i < packed.length() && plain.length() < LONGEST) {
            int end = i;
            while (end < packed.length() && wordPart(packed.charAt(end))) {
                end++;
            }
            if (end == i) {
                plain.append(packed.charAt(i++));
            } else {
                plain.append(word(packed.substring(i, end), base, words));
                i = end;
            }
        }
        return plain.toString();
    }

    private static boolean wordPart(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
    }

    private static String word(String key, int base, String[] words) {
        long index = 0;
        for (int i = 0; i < key.length() && index < words.length; i++) {
            int digit = digit(key.charAt(i));
            if (digit < 0 || digit >= base) {
                return key;
            }
            index = index * base + digit;
        }
        return index < words.length && !words[(int) index].isEmpty() ? words[(int) index] : key;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 10;
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 36 : -1;
    }
}
