package vn.vonggac.portal;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vonggac.audit.Slug;

/** Reads the fields of a draft by kind and notes beside each what is wrong with it. */
public final class Fields {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    // what a reader cannot see and what turns a line around; the tab and line ends of a text area stay
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\t\\r\\n]]");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\".]{2,}");
    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 .()/-]{2,48}");
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,6})\\s*([smhd])");
    private static final Pattern VIETNAMESE_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final int MOST_ENTRIES = 200;
    private static final int LONGEST_FILE_NAME = 200;

    private final List<Problem> problems = new ArrayList<>();

    static String clean(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }

    /** What a file is called, without where it lay and without what a reader cannot see; may be nothing. */
    public static String fileName(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String bounded = last.substring(0, Math.min(last.length(), LONGEST_FILE_NAME));
        return bounded.replaceAll("\\p{C}", "").strip();
    }

    public boolean sound() {
        return problems.isEmpty();
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public boolean isSound(String field) {
        return problems.stream().noneMatch(problem -> problem.field().equals(field));
    }

    public void reject(String field, String key, Object... arguments) {
        problems.add(new Problem(field, "portal.problem." + key, List.of(arguments)));
    }

    /** What the package of the draft found wrong itself. */
    public void reject(Problem problem) {
        problems.add(problem);
    }

    /** Several lines, or nothing. */
    public String text(String field, String typed, int longest) {
        String text = clean(typed);
        if (text.length() > longest) {
            reject(field, "long", longest, text.length());
        } else if (INVISIBLE.matcher(text).find()) {
            reject(field, "invisible");
        }
        return text;
    }

    /** One line, or nothing. */
    public String line(String field, String typed, int longest) {
        String text = text(field, typed, longest);
        if (text.lines().count() > 1) {
            reject(field, "one-line");
        }
        return text;
    }

    public String needed(String field, String typed, int longest) {
        String text = line(field, typed, longest);
        if (text.isEmpty()) {
            reject(field, "missing");
        }
        return text;
    }

    public String mail(String field, String typed) {
        return shaped(field, typed, 200, MAIL, "mail");
    }

    String phone(String field, String typed) {
        return shaped(field, typed, 50, PHONE, "phone");
    }

    public String shaped(String field, String typed, int longest, Pattern shape, String key) {
        String text = line(field, typed, longest);
        if (isSound(field) && !text.isEmpty() && !shape.matcher(text).matches()) {
            reject(field, key, text);
        }
        return text;
    }

    /** One entry a line or between commas, each once; an entry that {@code read} refuses is named. */
    public List<String> entries(String field, String typed, int longest, String key,
            Function<String, Optional<String>> read) {
        List<String> entries = Arrays.stream(text(field, typed, longest).split("[\\r\\n,]+"))
                .map(String::strip).filter(entry -> !entry.isEmpty()).toList();
        if (entries.size() > MOST_ENTRIES) {
            reject(field, "entries", MOST_ENTRIES, entries.size());
        }
        entries.stream().filter(entry -> read.apply(entry).isEmpty()).findFirst()
                .ifPresent(entry -> reject(field, key, entry));
        List<String> kept = entries.stream().flatMap(entry -> read.apply(entry).stream()).distinct().toList();
        // a name with diacritics is longer in ASCII than it was typed
        int length = Lines.join(kept).length();
        if (isSound(field) && length > longest) {
            reject(field, "long", longest, length);
        }
        return kept;
    }

    public Optional<Url> url(String field, String typed) {
        String text = needed(field, typed, 700);
        Optional<Url> url = isSound(field) ? Url.parse(text) : Optional.empty();
        if (isSound(field) && url.isEmpty()) {
            reject(field, "url", text);
        }
        return url;
    }

    /** A day as 2026-04-30 or 30/4/2026. */
    Optional<LocalDate> date(String field, String typed) {
        String text = line(field, typed, 50);
        if (text.isEmpty() || !isSound(field)) {
            return Optional.empty();
        }
        try {
            return Optional.of(sensible(day(text)));
        } catch (DateTimeException e) {
            reject(field, "date", text);
            return Optional.empty();
        }
    }

    /** A moment by Vietnam's clocks, 2026-04-30T07:00, a day alone being its midnight; or with its own offset. */
    public Optional<Instant> moment(String field, String typed) {
        String text = line(field, typed, 50);
        if (text.isEmpty() || !isSound(field)) {
            return Optional.empty();
        }
        try {
            return Optional.of(instant(text));
        } catch (DateTimeException e) {
            reject(field, "moment", text);
            return Optional.empty();
        }
    }

    private static Instant instant(String text) {
        if (text.matches("\\d{4}-.*T.*(Z|[+-]\\d\\d:\\d\\d)")) {
            Instant instant = java.time.OffsetDateTime.parse(text).toInstant();
            sensible(instant.atZone(ZONE).toLocalDate());
            return instant;
        }
        LocalDateTime local = text.contains("T")
                ? LocalDateTime.parse(text)
                : day(text).atStartOfDay();
        sensible(local.toLocalDate());
        return local.atZone(ZONE).toInstant();
    }

    private static LocalDate day(String text) {
        Matcher vietnamese = VIETNAMESE_DATE.matcher(text);
        return vietnamese.matches()
                ? LocalDate.of(Integer.parseInt(vietnamese.group(3)), Integer.parseInt(vietnamese.group(2)),
                        Integer.parseInt(vietnamese.group(1)))
                : LocalDate.parse(text);
    }

    private static LocalDate sensible(LocalDate date) {
        if (date.getYear() < 1900 || date.getYear() > 2200) {
            throw new DateTimeException("a slip of the keyboard");
        }
        return date;
    }

    /** 30m, 1h, 2d or PT30M. */
    Duration duration(String field, String typed, Duration usual, Duration least, Duration most) {
        String text = line(field, typed, 50);
        if (text.isEmpty() || !isSound(field)) {
            return usual;
        }
        Optional<Duration> read = duration(text);
        if (read.isEmpty() || read.get().compareTo(least) < 0 || read.get().compareTo(most) > 0) {
            reject(field, "duration", text, brief(least), brief(most));
            return usual;
        }
        return read.get();
    }

    private static Optional<Duration> duration(String text) {
        Matcher brief = SHORT_DURATION.matcher(text.toLowerCase(Locale.ROOT));
        try {
            return Optional.of(brief.matches()
                    ? Duration.parse(
                            (brief.group(2).equals("d") ? "P" : "PT") + brief.group(1) + brief.group(2))
                    : Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String brief(Duration duration) {
        if (duration.toSecondsPart() > 0) {
            return duration.toSeconds() + "s";
        }
        if (duration.toMinutesPart() > 0) {
            return duration.toMinutes() + "m";
        }
        return duration.toHoursPart() > 0 || duration.isZero()
                ? duration.toHours() + "h"
                : duration.toDays() + "d";
    }

    public int number(String field, String typed, int usual, int least, int most) {
        String text = line(field, typed, 50);
        if (text.isEmpty() || !isSound(field)) {
            return usual;
        }
        if (!text.matches("-?\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            reject(field, "number", least, most);
            return usual;
        }
        return Integer.parseInt(text);
    }

    BigDecimal decimal(String field, String typed, int least, int most) {
        String text = needed(field, typed, 50).replace(',', '.');
        if (!isSound(field)) {
            return BigDecimal.valueOf(least);
        }
        if (!text.matches("\\d{1,3}(\\.\\d{1,2})?")
                || new BigDecimal(text).compareTo(BigDecimal.valueOf(least)) < 0
                || new BigDecimal(text).compareTo(BigDecimal.valueOf(most)) > 0) {
            reject(field, "number", least, most);
            return BigDecimal.valueOf(least);
        }
        return new BigDecimal(text).setScale(2);
    }

    <E extends Enum<E>> E choice(String field, String typed, E usual) {
        return choice(field, typed, usual.getDeclaringClass()).orElse(usual);
    }

    /** The constant whose word was typed; nothing where nothing was, or no such word is known. */
    public <E extends Enum<E>> Optional<E> choice(String field, String typed, Class<E> type) {
        String text = line(field, typed, 50);
        if (text.isEmpty() || !isSound(field)) {
            return Optional.empty();
        }
        Optional<E> chosen = Arrays.stream(type.getEnumConstants())
                .filter(constant -> Slug.of(constant).equals(text.toLowerCase(Locale.ROOT))).findFirst();
        if (chosen.isEmpty()) {
            reject(field, "choice", text);
        }
        return chosen;
    }

    /** For searching: without marks and capitals, as people type in a hurry. */
    static String folded(String... texts) {
        String plain = Normalizer.normalize(String.join(" ", texts).toLowerCase(Locale.ROOT),
                Normalizer.Form.NFD);
        return plain.replaceAll("\\p{M}+", "").replace('đ', 'd').replaceAll("\\s+", " ").strip();
    }

    /** A LIKE pattern for texts that hold what was typed. */
    static String holding(String typed) {
        return "%" + folded(typed).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
