package vn.vonggac.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.portal.Fields;

/** Which entry of a site map changed when, gathered while it is read: the two stand in any order, neither has to be there. */
final class ListedDates {

    private static final Set<String> ENTRIES = Set.of("urlset>url", "sitemapindex>sitemap");
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE).optionalStart().appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME).optionalStart().appendOffset("+HH:MM", "Z")
            .optionalEnd().optionalStart().appendOffset("+HHMM", "Z").toFormatter();

    private final Gathered gathered;
    private String target = "";
    private Optional<Instant> at = Optional.empty();

    ListedDates(Gathered gathered) {
        this.gathered = gathered;
    }

    /** Whether this is where an entry says what it is. */
    static boolean isEntry(String path) {
        return ENTRIES.contains(path);
    }

    void address(String path, String address) {
        if (path.endsWith(">loc") && isEntry(path.substring(0, path.length() - 4))) {
            target = address;
        }
    }

    void text(String path, String text) {
        if (path.endsWith(">lastmod") && isEntry(path.substring(0, path.length() - 8))) {
            at = moment(text);
        }
    }

    /** The element ends; where it is an entry, it is known what it said. */
    void end(String path) {
        if (isEntry(path)) {
            at.filter(known -> !target.isEmpty())
                    .ifPresent(known -> gathered.dated.add(new Dated(target, known)));
            target = "";
            at = Optional.empty();
        }
    }

    /** A day is meant from its beginning; what names no zone is meant here. A month or a year says too little. */
    static Optional<Instant> moment(String text) {
        try {
            return Optional.of(switch (DATE.parseBest(text, OffsetDateTime::from, LocalDateTime::from,
                    LocalDate::from)) {
                case OffsetDateTime exact -> exact.toInstant();
                case LocalDateTime local -> local.atZone(Fields.ZONE).toInstant();
                case LocalDate day -> day.atStartOfDay(Fields.ZONE).toInstant();
                default -> throw new DateTimeException(text);
            });
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
