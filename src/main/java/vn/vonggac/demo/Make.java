package vn.vonggac.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A make of portal: how its pages look, where each lies, and what its server says of itself.
 *
 * @param query the parameter of its search page
 * @param upload the folder that takes what visitors send
 */
record Make(String id, String layout, Map<String, String> server, String query, Map<Place.Kind, String> pages,
        String upload) {

    private static final String NUMBER = "{n}";
    private static final String SLUG = "{slug}";

    Make {
        server = Map.copyOf(server);
        pages = Map.copyOf(pages);
    }

    static List<Make> shipped() {
        return Material.maps("makes.yml").stream().map(Make::read).toList();
    }

    private static Make read(Map<String, Object> row) {
        Map<Place.Kind, String> pages = new EnumMap<>(Place.Kind.class);
        Map<String, String> named = words(row, "pages");
        pages.put(Place.Kind.HOME, "/");
        Stream.of(Place.Kind.values()).filter(kind -> named.containsKey(kind.word()))
                .forEach(kind -> pages.put(kind, Objects.requireNonNull(named.get(kind.word()))));
        String id = Material.word(row, "id");
        return new Make(id, Material.text(id + ".html"), words(row, "server"), Material.word(row, "query"),
                pages, Material.word(row, "upload"));
    }

    private static Map<String, String> words(Map<String, Object> row, String key) {
        Map<String, String> words = new TreeMap<>();
        ((Map<?, ?>) Objects.requireNonNull(row.get(key), key))
                .forEach((name, value) -> words.put(name.toString(), value.toString()));
        return words;
    }

    String path(Place.Kind kind) {
        return Objects.requireNonNull(pages.get(kind));
    }

    String path(Place.Kind kind, int number, String slug) {
        return path(kind).replace(NUMBER, Integer.toString(number)).replace(SLUG, slug);
    }

    /** What lies at an address; its query counts only where it tells pages apart. */
    Optional<Place> place(String address) {
        String path = address.contains("?") ? address.substring(0, address.indexOf('?')) : address;
        return Stream.of(Place.Kind.values())
                .flatMap(kind -> place(kind, path(kind).contains("?") ? address : path).stream()).findFirst();
    }

    private Optional<Place> place(Place.Kind kind, String address) {
        String pattern = Pattern.quote(path(kind)).replace(NUMBER, "\\E(\\d{1,6})\\Q").replace(SLUG,
                "\\E[a-z0-9-]+\\Q");
        Matcher found = Pattern.compile(pattern).matcher(address);
        return found.matches()
                ? Optional.of(new Place(kind, found.groupCount() == 0 ? 0 : Integer.parseInt(found.group(1))))
                : Optional.empty();
    }
}
