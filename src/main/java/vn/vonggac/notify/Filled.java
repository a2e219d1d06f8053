package vn.vonggac.notify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with places like {@code {{subject}}}, filled so that nothing that is put in can leave its place. */
final class Filled {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([a-z]+)\\s*}}");
    private static final List<String> PLACES = List.of("subject", "text", "sms", "link", "severity", "portal",
            "agency", "incident", "event", "to", "secret");

    private Filled() {}

    static String named() {
        return PLACES.stream().map(place -> "{{" + place + "}}").collect(Collectors.joining(" "));
    }

    /** The first place that nothing stands for. */
    static Optional<String> unknown(String template) {
        return PLACE.matcher(template).results().map(found -> found.group(1))
                .filter(place -> !PLACES.contains(place)).findFirst();
    }

    static boolean asks(String template, String place) {
        return PLACE.matcher(template).results().anyMatch(found -> found.group(1).equals(place));
    }

    /** With something harmless in every place, to be read as an address. */
    static String sample(String template) {
        return PLACE.matcher(template).replaceAll("x");
    }

    static String fill(String template, Map<String, String> values, UnaryOperator<String> escape) {
        return PLACE.matcher(template).replaceAll((MatchResult place) -> Matcher
                .quoteReplacement(escape.apply(values.getOrDefault(place.group(1), ""))));
    }

    /** How a body of this content type quotes. */
    static UnaryOperator<String> escape(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.contains("json")) {
            return Filled::json;
        }
        if (type.contains("xml") || type.contains("html")) {
            return Filled::xml;
        }
        return type.contains("form-urlencoded") ? Filled::url : UnaryOperator.identity();
    }

    static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** As between the quotes of a JSON string. */
    static String json(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(c < ' ' || c == '\u2028' || c == '\u2029'
                        ? String.format("\\u%04x", (int) c)
                        : String.valueOf(c));
            }
        }
        return quoted.toString();
    }
}
