package vn.vonggac.web;

import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.CompletedPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import vn.vonggac.audit.Slug;

/**
 * What somebody typed into a form, kept as typed so that it can be shown again, and what is wrong with it, field by
 * field. What a field may hold is for the package to say whose subject it is.
 */
public final class Form {

    public static final Form EMPTY = new Form(Map.of());

    private static final int MOST_FIELDS = 2000;
    private static final int LONGEST_NUMBER = 18;
    private static final int LONGEST_LINE = 200;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");

    private final Map<String, List<String>> values;
    private final Map<String, List<Upload>> uploads = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<Meanwhile> meanwhile = Optional.empty();

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
                uploads.computeIfAbsent(part.getName(), unused -> new ArrayList<>())
                        .add(new Upload(file.getFilename(), bytes));
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

    /** The last file of a field. */
    Optional<Upload> upload(String field) {
        return uploads(field).stream().reduce((one, next) -> next);
    }

    List<Upload> uploads(String field) {
        return List.copyOf(uploads.getOrDefault(field, List.of()));
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

    /** Takes a file for what was typed into a field, so that it stays in the form: a browser sends a file once. */
    void uploadAsText(String upload, String field) {
        Optional<Upload> file = upload(upload);
        if (file.isPresent()) {
            Optional<String> text = utf8(ByteBuffer.wrap(file.get().bytes()));
            text.ifPresentOrElse(read -> values.put(field, List.of(read)),
                    () -> reject(field, "web.problem.encoding"));
        }
    }

    /** As typed, for showing it again. */
    public String value(String field) {
        List<String> given = values.getOrDefault(field, List.of());
        return given.isEmpty() ? "" : given.getFirst();
    }

    /** Whether it has this field, filled or not. */
    boolean holds(String field) {
        return values.containsKey(field);
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

    /** What is wrong first with a field other than these, which show it themselves. */
    public Optional<Problem> problemBeside(String... shown) {
        return problems.stream().filter(problem -> !List.of(shown).contains(problem.field())).findFirst();
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

    /** What the owner of the form's subject found wrong with it. */
    Form reject(List<vn.vonggac.portal.Problem> found) {
        found.forEach(problem -> problems
                .add(new Problem(problem.field(), problem.messageKey(), problem.arguments())));
        return this;
    }

    /** What somebody else changed after this form was opened. */
    public Optional<Meanwhile> meanwhile() {
        return meanwhile;
    }

    /** What stands in a field by now, where it is not what was typed. */
    public Optional<String> theirs(String field) {
        return meanwhile.map(Meanwhile::theirs).map(theirs -> theirs.get(field));
    }

    /** The form as it was typed beside what stands there now; sent once more, it is put in the place of that. */
    void meet(Meanwhile other, String version) {
        meanwhile = Optional.of(other);
        values.put(Drafts.VERSION, List.of(version));
    }

    /** As typed, for the one whose it is to judge; a field that came twice is nobody's typing. */
    String typed(String field) {
        if (values.getOrDefault(field, List.of()).size() > 1) {
            reject(field, "web.problem.twice");
        }
        return value(field);
    }

    /** One line that has to be there, without what a reader cannot see. */
    String line(String field) {
        String text = typed(field);
        if (text.isBlank()) {
            reject(field, "web.problem.missing");
        } else if (text.length() > LONGEST_LINE) {
            reject(field, "web.problem.long", LONGEST_LINE, text.length());
        } else if (invisible(text)) {
            reject(field, "web.problem.invisible");
        }
        return text;
    }

    /** Whether it holds what a reader cannot see. */
    static boolean invisible(String line) {
        return INVISIBLE.matcher(line).find();
    }

    /** What was ticked of a group. */
    Set<String> ticks(String field) {
        return Set.copyOf(values.getOrDefault(field, List.of()));
    }

    /** One of the words of a kind. */
    <E extends Enum<E>> Optional<E> choice(String field, Class<E> kind) {
        String text = typed(field);
        Optional<E> chosen = Arrays.stream(kind.getEnumConstants()).filter(each -> Slug.of(each).equals(text))
                .findFirst();
        if (chosen.isEmpty()) {
            reject(field, "web.problem.choice");
        }
        return chosen;
    }

    /** The rows that were ticked. */
    List<Long> ids(String field) {
        List<String> given = values.getOrDefault(field, List.of());
        if (!given.stream().allMatch(text -> text.matches("\\d{1," + LONGEST_NUMBER + "}"))) {
            reject(field, "web.problem.choice");
            return List.of();
        }
        return given.stream().map(Long::valueOf).distinct().toList();
    }
}
