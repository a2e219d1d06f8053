package vn.vonggac.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where on the desk a reader is: a path and its query, from which links to the same list with one thing changed are made. */
public record Address(String path, Map<String, String> query) {

    public Address {
        query = Map.copyOf(query);
    }

    public String value(String name) {
        return query.getOrDefault(name, "");
    }

    /** A number that names something, or 0. */
    long id(String name) {
        return value(name).matches("\\d{1,18}") ? Long.parseLong(value(name)) : 0;
    }

    /** This address with one part of the query changed, or left out where the value is empty; lists start anew. */
    public String with(String name, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(query);
        changed.remove("page");
        changed.remove("done");
        changed.put(name, value.toString());
        return path + query(changed);
    }

    /** What this address shows, as a file of another path. */
    public String file(String other) {
        Map<String, String> kept = new LinkedHashMap<>(query);
        kept.remove("page");
        kept.remove("done");
        return other + query(kept);
    }

    /** A path of the desk itself, or its start page: a link that leads elsewhere is not followed. */
    static String ownPath(String asked) {
        boolean own = asked.matches("/([^/\\\\\\p{Cntrl}].*)?")
                && asked.chars().allMatch(c -> c > ' ' && c < 127);
        return own ? asked : "/";
    }

    @Override
    public String toString() {
        return path + query(query);
    }

    private static String query(Map<String, String> query) {
        String text = query.entrySet().stream().filter(part -> !part.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }
}
