package vn.vonggac.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import vn.vonggac.page.Form;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Link;
import vn.vonggac.page.PageContent;
import vn.vonggac.portal.Url;
import vn.vonggac.watch.Probe.Kind;

/** Which harmless questions there are to ask a portal: the same for all, and those that its pages suggest. */
final class Questions {

    /** Reserved by RFC 2606: nobody's, for ever. */
    static final String NOBODY = "www.example.com";
    private static final String ELSEWHERE = "https://" + NOBODY + "/";
    private static final String FILE = "upload-folders.txt";
    private static final int MOST_LINKS = 2_000;
    private static final int LONGEST = 2_000;
    private static final int LETTERS = 10;
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?:)?//.+");
    private static final Pattern PATH = Pattern.compile("/.*");
    /** Parameters that mostly hold where to go next, also where they hold a path. */
    private static final Set<String> NEXT = Set.of("url", "returnurl", "return", "return_url", "redirect",
            "redirect_url", "redirecturl", "next", "goto", "continue", "dest", "destination", "target");

    private final List<String> folders = folders();

    /** What every portal is asked. */
    Map<String, Kind> ofAny(Watched portal) {
        Map<String, Kind> questions = new LinkedHashMap<>();
        Url.parse(portal.home()).ifPresent(home -> {
            questions.put(at(home, "/" + word(portal)), Kind.ABSENT);
            folders.forEach(folder -> questions.put(at(home, folder), Kind.FOLDER));
        });
        questions.keySet().removeIf(url -> !portal.inScope().test(url));
        return questions;
    }

    private static String at(Url home, String path) {
        return new Url(home.scheme(), home.host(), home.port(), path, "").text();
    }

    /** A word that nobody writes and that is always the same on one portal. */
    static String word(Watched portal) {
        StringBuilder word = new StringBuilder("vonggac");
        DigestUtils.sha256Hex(portal.home()).chars().limit(LETTERS)
                .forEach(digit -> word.append((char) ('a' + Character.digit(digit, 16))));
        return word.toString();
    }

    Map<String, Kind> suggestedBy(PageContent page, Watched portal) {
        Map<String, Kind> questions = new LinkedHashMap<>();
        page.forms().stream().map(Form::question).filter(question -> !question.isEmpty())
                .forEach(question -> questions.put(question + word(portal), Kind.SEARCH));
        page.links().stream().filter(link -> !link.outbound()).limit(MOST_LINKS).map(Link::target)
                .flatMap(Questions::toldElsewhere).forEach(url -> questions.put(url, Kind.REDIRECT));
        questions.keySet().removeIf(url -> url.length() > LONGEST || !portal.inScope().test(url));
        return questions;
    }

    /** The link with a reserved address where it holds one. */
    private static Stream<String> toldElsewhere(String link) {
        int question = link.indexOf('?');
        if (question < 0 || link.length() > LONGEST) {
            return Stream.empty();
        }
        int end = link.indexOf('#');
        String[] pairs = link.substring(question + 1, end < question ? link.length() : end).split("&");
        return Arrays.stream(pairs).filter(Questions::holdsAddress)
                .map(pair -> link.substring(0, question) + "?" + swapped(pairs, pair));
    }

    private static String swapped(String[] pairs, String pair) {
        String asked = name(pair) + "=" + URLEncoder.encode(ELSEWHERE, StandardCharsets.UTF_8);
        return String.join("&", Arrays.stream(pairs).map(each -> each.equals(pair) ? asked : each).toList());
    }

    private static boolean holdsAddress(String pair) {
        String value = decoded(pair.substring(Math.min(pair.length(), name(pair).length() + 1)));
        return ABSOLUTE.matcher(value).matches()
                || PATH.matcher(value).matches() && NEXT.contains(name(pair).toLowerCase(Locale.ROOT));
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static List<String> folders() {
        try (InputStream in = Objects.requireNonNull(Questions.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where an answer sends, if it is to nobody's address. */
    static Optional<String> sentToNobody(Stream<String> targets) {
        return targets.filter(target -> ABSOLUTE.matcher(target).matches())
                .filter(target -> Hosts.of(target).equals(NOBODY)).findFirst();
    }
}
