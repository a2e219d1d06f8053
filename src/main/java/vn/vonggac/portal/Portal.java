package vn.vonggac.portal;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One watched site. It reaches over the place of its home, over further hosts and over the places in
 * {@code prefixes}, less those in {@code exclusions}; a place is host and path, without a scheme.
 *
 * @param parentId the portal it is a component of
 * @param homeKey the home as {@link Url#key} has it, unique
 * @param level of the information system, 1 to 5; 0 where nobody said
 * @param rhythm how often it is looked at outside watch windows
 * @param trustedHosts hosts it may link to without anybody asking
 * @param probing whether its owner allowed harmless questions of our own making
 */
@MappedEntity("portal")
public record Portal(@Id @GeneratedValue long id, long agencyId, @Nullable Long parentId,
        @Nullable Long hostingId, String name, String home, String homeKey,
        @TypeDef(type = DataType.STRING, converter = Lines.class) List<String> hosts,
        @TypeDef(type = DataType.STRING, converter = Lines.class) List<String> prefixes,
        @TypeDef(type = DataType.STRING, converter = Lines.class) List<String> exclusions,
        @TypeDef(type = DataType.STRING, converter = Lines.class) List<String> trustedHosts,
        @TypeDef(type = DataType.STRING, converter = Lines.class) List<String> tags, int level,
        TrustLabel trustLabel, Probing probing,
        @TypeDef(type = DataType.STRING, converter = Rhythm.class) Duration rhythm,
        String pausedReason, @Nullable Instant pausedUntil, Instant createdAt, String folded) {

    /** A pause ends by itself. */
    public boolean isPaused(Instant now) {
        return pausedUntil != null && now.isBefore(pausedUntil);
    }

    /** How closely the address belongs to this portal: the length of the longest place that holds it, or 0. */
    public int reach(Url url) {
        return exclusions.stream().anyMatch(place -> holds(place, url))
                ? 0
                : places().filter(place -> holds(place, url)).mapToInt(String::length).max().orElse(0);
    }

    public boolean covers(Url url) {
        return reach(url) > 0;
    }

    /** Every host this portal reaches over, its home's first. */
    public List<String> allHosts() {
        return places().map(place -> place.substring(0, place.indexOf('/'))).distinct().toList();
    }

    private Stream<String> places() {
        return Stream
                .of(Stream.of(Url.parse(home).orElseThrow().folder()), hosts.stream().map(host -> host + "/"),
                        prefixes.stream())
                .flatMap(places -> places);
    }

    private static boolean holds(String place, Url url) {
        String other = url.place();
        return other.startsWith(place)
                && (place.endsWith("/") || other.length() == place.length()
                        || other.charAt(place.length()) == '/');
    }
}
