package vn.vonggac.web;

import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.CompletedPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * What somebody typed into a form, kept as typed, and what is wrong with it. Fields are asked for by kind;
 * each answer that cannot be used is noted beside its field, so that one look at a form finds every mistake.
 */
public final class Form {

    public static final Form EMPTY = new Form(Map.of());

    private static final int MOST_FIELDS = 2000;
    private static final int LONGEST_NUMBER = 18;
    // what a reader cannot see and what turns a line around; the tab and line ends of a text area stay
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\t\\r\\n]]");
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private final Map<String, List<String>> values;
    private final Map<String, Upload> uploads = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Form(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads an {@code application/x-www-form-urlencoded} body; bytes that are no UTF-8 are a problem of their field. */
    static Form read(byte[] body) {
        Form form = new Form(new LinkedHashMap<>());
        String[] pairs = new String(body, StandardCharsets.ISO_8859_1).split("&", MOST_FIELDS + 1);
        for (int i = 0; i < Math.min(pairs.length, MOST_FIELDS); i++) {
            form.add(pairs[i]);
        }
        return form;
    }

    /** Reads a {@code multipart/form-data} body; a part with a file name is an upload, an empty one is none. */
    static Form read(Publisher<CompletedPart> parts) {
        Form form = new Form(new LinkedHashMap<>());
        for (CompletedPart part : Flux.from(parts).take(MOST_FIELDS).toIterable()) {
            form.add(part);
        }
        return form;
    }

    private void add(CompletedPart part) {
        byte[] bytes = bytes(part);
        if (part instanceof CompletedFileUpload file) {
            if (bytes.length > 0) {
                uploads.put(part.getName(), new Upload(file.getFilename(), bytes));
            }
            return;
        }
        Optional<String> text = utf8(ByteBuffer.wrap(bytes));
        if (text.isEmpty()) {
            reject(part.getName(), "web.problem.encoding");
        }
        values.computeIfAbsent(part.getName(), unused -> new ArrayList<>()).add(text.orElse(""));
    }

    private static byte[] bytes(CompletedPart part) {
        try {
            return part.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Upload> upload(String field) {
        return Optional.ofNullable(uploads.get(field));
    }

    static Form of(Map<String, String> filled) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        filled.forEach((name, value) -> values.put(name, List.of(value)));
        return new Form(values);
    }

    private void add(String pair) {
        int sign = pair.indexOf('=');
        String name = decode(sign < 0 ? pair : pair.substring(0, sign)).orElse("");
        if (name.isEmpty()) {
            return;
        }
        Optional<String> value = decode(sign < 0 ? "" : pair.substring(sign + 1));
        if (value.isEmpty()) {
            reject(name, "web.problem.encoding");
        }
        values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value.orElse(""));
    }

    private static Optional<String> decode(String encoded) {
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int hex = c == '%' ? hex(encoded, i + 1) : -1;
            bytes.put((byte) (hex >= 0 ? hex : c == '+' ? ' ' : c));
            i += hex >= 0 ? 2 : 0;
        }
        return utf8(bytes.flip());
    }

    private static Optional<String> utf8(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** As typed, for showing it again. */
    public String value(String field) {
        List<String> given = values.getOrDefault(field, List.of());
        return given.isEmpty() ? "" : given.getFirst();
    }

    public boolean has(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    public boolean ticked(String field) {
        return !value(field).isEmpty();
    }

    public Optional<Problem> problem(String field) {
        return problems.stream().filter(problem -> problem.field().equals(field)).findFirst();
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public boolean sound() {
        return problems.isEmpty();
    }

    Form reject(String field, String key, Object... arguments) {
        problems.add(Problem.of(field, key, arguments));
        return this;
    }

    /** One line that has to be there. */
    String line(String field, int longest) {
        String text = lineOrEmpty(field, longest);
        if (text.isEmpty() && problem(field).isEmpty()) {
            reject(field, "web.problem.missing");
        }
        return text;
    }

    String lineOrEmpty(String field, int longest) {
        String text = text(field, longest);
        if (LINE_END.matcher(text).find()) {
            reject(field, "web.problem.one-line");
        }
        return text;
    }

    /** Several lines, or none. */
    String text(String field, int longest) {
        String text = Normalizer.normalize(value(field).strip(), Normalizer.Form.NFC);
        if (values.getOrDefault(field, List.of()).size() > 1) {
            reject(field, "web.problem.twice");
        } else if (text.length() > longest) {
            reject(field, "web.problem.long", longest, text.length());
        } else if (INVISIBLE.matcher(text).find()) {
            reject(field, "web.problem.invisible");
        }
        return text;
    }

    /** What somebody wants looked at: any character may be the evidence, so none is refused. */
    String page(String field, int longest) {
        String page = value(field).strip();
        if (values.getOrDefault(field, List.of()).size() > 1) {
            reject(field, "web.problem.twice");
        } else if (page.length() > longest) {
            reject(field, "web.problem.long", longest, page.length());
        }
        return page;
    }

    /** A secret: as typed, never stripped, never shown again. */
    String secret(String field, int longest) {
        String secret = value(field);
        if (secret.isEmpty()) {
            reject(field, "web.problem.missing");
        } else if (secret.length() > longest) {
            reject(field, "web.problem.long", longest, secret.length());
        }
        return secret;
    }

    /** One entry a line, empty lines left out. */
    List<String> lines(String field, int longest) {
        return text(field, longest).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    Optional<Long> id(String field) {
        String text = text(field, LONGEST_NUMBER);
        if (text.isEmpty() || problem(field).isPresent()) {
            return Optional.empty();
        }
        if (!text.matches("\\d+")) {
            reject(field, "web.problem.choice");
            return Optional.empty();
        }
        return Optional.of(Long.valueOf(text));
    }

    List<Long> ids(String field) {
        List<String> given = values.getOrDefault(field, List.of());
        if (!given.stream().allMatch(text -> text.matches("\\d{1," + LONGEST_NUMBER + "}"))) {
            reject(field, "web.problem.choice");
            return List.of();
        }
        return given.stream().map(Long::valueOf).distinct().toList();
    }

    int number(String field, int least, int most) {
        String text = line(field, LONGEST_NUMBER);
        if (problem(field).isPresent()) {
            return least;
        }
        if (!text.matches("-?\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            reject(field, "web.problem.number", least, most);
            return least;
        }
        return Integer.parseInt(text);
    }

    <E extends Enum<E>> E choice(String field, Class<E> kind) {
        String text = line(field, 50);
        for (E constant : kind.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        if (problem(field).isEmpty()) {
            reject(field, "web.problem.choice");
        }
        return kind.getEnumConstants()[0];
    }

    /** How a constant is named in a form, an address and a message key. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Optional<LocalDate> date(String field) {
        String text = lineOrEmpty(field, LONGEST_NUMBER);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(sensible(LocalDate.parse(text)));
        } catch (DateTimeException e) {
            reject(field, "web.problem.date");
            return Optional.empty();
        }
    }

    /** A local date and time as browsers send it, taken as Vietnam's. */
    Optional<Instant> moment(String field) {
        String text = lineOrEmpty(field, 30);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(moment(LocalDateTime.parse(text)));
        } catch (DateTimeException e) {
            reject(field, "web.problem.moment");
            return Optional.empty();
        }
    }

    private static Instant moment(LocalDateTime local) {
        sensible(local.toLocalDate());
        return local.atZone(Times.ZONE).toInstant();
    }

    private static LocalDate sensible(LocalDate date) {
        if (date.getYear() < 1900 || date.getYear() > 2200) {
            throw new DateTimeException("no year of a form: " + date.getYear());
        }
        return date;
    }
}
