package vn.vonggac.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a form that asks for words puts into the address: the fields it fills in itself, and last the one for words. */
final class Question {

    private static final int LONGEST = 1_000;

    private final StringBuilder given = new StringBuilder();
    private String words = "";

    void field(String type, String name, String value) {
        if (name.isEmpty() || name.length() + value.length() > LONGEST) {
            return;
        }
        switch (type.toLowerCase(Locale.ROOT)) {
            case "", "text", "search" -> words = words.isEmpty() ? name : words;
            case "hidden" -> {
                if (given.length() < LONGEST) {
                    given.append(encoded(name)).append('=').append(encoded(value)).append('&');
                }
            }
            default -> {
                // a choice that may be left out
            }
        }
    }

    /** The address to which the words are still to be added, empty where none are asked for. */
    String to(String action) {
        if (words.isEmpty() || action.isEmpty()) {
            return "";
        }
        int end = action.indexOf('#');
        String bare = end < 0 ? action : action.substring(0, end);
        int question = bare.indexOf('?');
        return (question < 0 ? bare : bare.substring(0, question)) + '?' + given + encoded(words) + '=';
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
