package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.vonggac.page.Hosts;
import vn.vonggac.signature.HostNames;

/**
 * What an address looks like before anybody looks behind it, from 0 (an agency or a site everybody links to) to 1.
 * The signs and their worth are the file {@code hosts.yml}.
 */
@Singleton
final class HostRisk {

    /** Numbers of hours and days, and those of servers that begin with a nought, make no brand. */
    private static final Pattern WORD_AND_NUMBER = Pattern
            .compile(
                    "(?!news|tin|bao|radio|fm|tv|kenh|edu)[a-z]{1,9}(?!24|36[05])[1-9]\\d{1,2}[a-z]{0,3}");
    private static final Pattern NUMBER_AT_PLAY = Pattern
            .compile(
                    "[a-z]{0,8}\\d{1,4}(?:vip|win|club|clb|bet)|(?:vip|win|club|clb|bet|slot)\\d{1,4}[a-z]{0,2}");
    /** A longer name of one's own before a lucky number. */
    private static final Pattern LONG_AND_LUCKY = Pattern
            .compile("[a-z]{7,16}(?:88+|66+|99+|77+|789|68|79|86)");
    /** The number under which a site comes back. */
    private static final Pattern COUNTED = Pattern.compile("(?<=[a-z]{5})\\d{1,3}$");
    /** Names of sites that others put words of their own before. */
    private static final Pattern NUMBERED = Pattern.compile("[a-z]{2,8}\\d{2,3}");
    private static final double WORD_AND_NUMBER_WORTH = 0.35;
    private static final double LONG_LUCKY_NAME = 0.2;
    private static final double LUCKY_NAME = 0.45;
    private static final double NAME_OF_PLAY = 0.6;
    private static final double NEW_REGISTRY = 0.15;
    private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9]+");
    private static final int MOST_REMEMBERED = 10_000;
    private static final int MOST_NAMES = 8;
    private static final int MOST_WORDS = 4;
    private static final double TELLING = 0.4;
    private static final int LONGEST_QUERY = 500;

    private final Map<String, Double> remembered = new ConcurrentHashMap<>();
    private final Map<String, Double> registries;
    private final Map<String, Double> parameters;
    private final Map<String, Double> parts;
    private final List<String> numbered;
    private final Set<String> oldest;
    private final Set<String> ordinary;
    private final Set<String> official;
    private final Set<String> relays;
    private final Set<String> innocent;
    private final Set<String> innocentInPaths;
    private final Set<String> storerooms;
    private final List<String> imitated;
    private final Set<String> stateWords;
    private final List<String> stateNames;

    HostRisk() {
        Map<String, Object> file = shipped();
        this.registries = worths(file, "registries");
        this.parameters = worths(file, "parameters");
        this.parts = worths(file, "parts");
        this.numbered = parts.keySet().stream().filter(part -> NUMBERED.matcher(part).matches()).toList();
        this.oldest = Set.copyOf(words(file.get("oldest-registries")));
        this.ordinary = Set.copyOf(words(file.get("ordinary")));
        this.official = Set.copyOf(words(file.get("official")));
        this.relays = Set.copyOf(words(file.get("relays")));
        this.innocent = Set.copyOf(words(file.get("innocent")));
        this.innocentInPaths = Set.copyOf(words(file.get("innocent-in-paths")));
        this.storerooms = Set.copyOf(words(file.get("storerooms")));
        this.imitated = words(file.get("imitated"));
        this.stateWords = Set.copyOf(words(file.get("state-words")));
        this.stateNames = words(file.get("state-names"));
    }

    /** Whether the host belongs to an agency or school, or is a site that every portal may link to. */
    boolean ordinary(String host) {
        return ordinary.contains(Hosts.registrable(host)) || official(host);
    }

    /** Whether a portal may well link to many such hosts: everybody's sites, and agencies of its own country. */
    boolean neighbour(String host, String own) {
        if (ordinary.contains(Hosts.registrable(host))) {
            return true;
        }
        for (String above = above(host); !above.isEmpty(); above = above(above)) {
            if (official.contains(above) && (own.isEmpty() || under(own, above))) {
                return true;
            }
        }
        return false;
    }

    /** Whether behind the host stands somebody whom its name does not tell: short addresses and chat groups. */
    boolean relays(String host) {
        return relays.contains(Hosts.registrable(host));
    }

    /** Whether anybody may keep any file there, so that the host's name tells nothing of it. */
    boolean keepsAnything(String host) {
        return storerooms.stream().anyMatch(room -> host.equals(room) || under(host, room));
    }

    /** Names of libraries and statistics that others pass themselves off as. */
    List<String> imitated() {
        return imitated;
    }

    /** Whether the host bears the name of the state or of its services, under whatever ending. */
    boolean namedAsState(String host) {
        String name = Addresses.label(host);
        return Arrays.stream(name.split("-")).anyMatch(stateWords::contains)
                || stateNames.stream().anyMatch(name.replace("-", "")::contains)
                || host.contains("gov.vn.") || host.contains("gov-vn.");
    }

    private boolean official(String host) {
        for (String name = host; !name.isEmpty(); name = above(name)) {
            if (official.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** The name that a name stands under, empty for one that stands under none. */
    private static String above(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private static boolean under(String host, String ending) {
        return host.endsWith("." + ending);
    }

    /** Whether the path of the address has a part that such sites like: a page named after a game. */
    boolean tells(String url) {
        String path = url.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://[^/?#]*", "");
        String[] words = path.split("[^a-z0-9]+");
        return IntStream.range(0, words.length).anyMatch(
                i -> telling(words[i]) || i > 0 && telling(words[i - 1] + words[i]));
    }

    private boolean telling(String part) {
        return parts.getOrDefault(part, 0.0) >= TELLING && !innocentInPaths.contains(part);
    }

    double of(String url) {
        String host = Hosts.of(url);
        String domain = Hosts.registrable(host);
        if (host.isEmpty() || official(host)) {
            return 0;
        }
        if (ordinary.contains(domain)) {
            return relays(host) ? handle(url) : 0;
        }
        return 1 - (1 - registry(host)) * (1 - names(host, domain)) * (1 - parameters(url));
    }

    /** A registry that is neither of a country nor one of the oldest sells names to whoever comes. */
    private double registry(String host) {
        String registry = host.substring(host.lastIndexOf('.') + 1);
        boolean country = registry.length() == 2;
        return registries.getOrDefault(registry, country || oldest.contains(registry) ? 0.0 : NEW_REGISTRY);
    }

    /** What all that stands before the public suffix tells; pages lead to the same hosts again and again. */
    private double names(String host, String domain) {
        Double known = remembered.get(host);
        if (known == null) {
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            known = worth(host, domain);
            remembered.put(host, known);
        }
        return known;
    }

    /** Each part of the name counts once. */
    private double worth(String host, String domain) {
        int dot = domain.indexOf('.');
        String own = dot < 0 ? host : host.substring(0, host.length() - (domain.length() - dot));
        double doubt = Arrays.stream(own.split("[.]")).map(HostNames::read)
                .flatMap(HostRisk::pieces).distinct().limit(MOST_NAMES)
                .mapToDouble(name -> 1 - name(name)).reduce(1, (one, other) -> one * other);
        return Math.max(1 - doubt, parts.getOrDefault(own, 0.0));
    }

    /** The words of a label, and the label as one word; many words are an identifier or a sentence. */
    private static Stream<String> pieces(String label) {
        String[] words = NO_NAME.split(label);
        String whole = String.join("", words);
        return words.length > MOST_WORDS
                ? Stream.of(whole)
                : Stream.concat(Stream.of(whole), Stream.of(words));
    }

    private double name(String name) {
        double strongest = brandLike(name)
                ? WORD_AND_NUMBER_WORTH
                : LONG_AND_LUCKY.matcher(name).matches() ? LONG_LUCKY_NAME : 0;
        if (HostNames.lucky(name) && !innocent.contains(name) || NUMBER_AT_PLAY.matcher(name).matches()) {
            strongest = LUCKY_NAME;
        }
        if (HostNames.speaksOfPlay(name) || HostNames.speaksOfPlay(COUNTED.matcher(name).replaceFirst(""))
                || numbered.stream().anyMatch(name::endsWith)) {
            strongest = NAME_OF_PLAY;
        }
        for (String part : name.split("(?<=[a-z]{4})(?=[0-9])|(?<=[0-9])(?=[a-z])")) {
            strongest = Math.max(strongest, parts.getOrDefault(part, 0.0));
        }
        return strongest;
    }

    private boolean brandLike(String name) {
        return WORD_AND_NUMBER.matcher(name).matches() && !innocent.contains(name);
    }

    /** A group or channel that is called after a game. */
    private double handle(String url) {
        String path = url.substring(Math.min(url.length(), url.indexOf("//") + 2))
                .replaceFirst("^[^/?#]*", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(NO_NAME.split(path)).limit(MOST_NAMES).anyMatch(HostNames::speaksOfPlay)
                ? NAME_OF_PLAY
                : 0;
    }

    private double parameters(String url) {
        int question = url.indexOf('?');
        if (question < 0) {
            return 0;
        }
        String query = url.substring(question + 1, Math.min(url.length(), question + LONGEST_QUERY));
        return Arrays.stream(query.split("[&;#]")).map(pair -> pair.split("=", 2)[0].toLowerCase(Locale.ROOT))
                .mapToDouble(name -> parameters.getOrDefault(name, 0.0)).max().orElse(0);
    }

    private static Map<String, Object> shipped() {
        try (InputStream file = HostRisk.class.getResourceAsStream("/detector/hosts.yml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Double> worths(Map<String, Object> file, String key) {
        Map<String, Double> worths = new HashMap<>();
        if (file.get(key) instanceof Map<?, ?> groups) {
            groups.forEach((worth, words) -> words(words)
                    .forEach(word -> worths.put(word, Double.parseDouble(worth.toString()))));
        }
        return Map.copyOf(worths);
    }

    private static List<String> words(@Nullable Object listed) {
        return listed instanceof List<?> words ? words.stream().map(Object::toString).toList() : List.of();
    }
}
