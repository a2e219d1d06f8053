package vn.vonggac.fetch;

import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import io.micronaut.core.type.Argument;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The views there are: the four standard ones, and those that the operator adds or rewrites. */
@Singleton
public final class Views {

    private static final String STANDARD = "views.txt";
    private static final String PROBE = "probe.txt";

    private final Map<String, View> views = new LinkedHashMap<>();
    private final View probe;

    public Views(FetchConfig config) {
        read(shipped(STANDARD));
        probe = new View("probe",
                shipped(PROBE).stream().filter(line -> !line.startsWith("#")).map(Header::parse).toList());
        config.views().forEach((id, lines) -> add(id, lines));
    }

    /** An empty map among the documented defaults hides an operator's from the binding, so it is read by itself. */
    @Inject
    Views(FetchConfig config, Environment settings) {
        this(config);
        settings.getProperties("vonggac.fetch.views", StringConvention.RAW).forEach(
                (id, lines) -> add(id, settings.convertRequired(lines, Argument.listOf(String.class))));
    }

    public Optional<View> find(String id) {
        return Optional.ofNullable(views.get(id));
    }

    /** In order, the citizen's first. */
    public Collection<View> all() {
        return List.copyOf(views.values());
    }

    public View citizen() {
        return Objects.requireNonNull(views.get(View.CITIZEN));
    }

    /** How we ask a portal that allowed it: by our own name. Not one of the views of visitors. */
    public View probe() {
        return probe;
    }

    private void read(List<String> lines) {
        List<String> headers = new ArrayList<>();
        String id = "";
        for (String line : lines) {
            if (line.startsWith("[")) {
                id = line.substring(1, line.length() - 1);
                headers.clear();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                headers.add(line);
                add(id, headers);
            }
        }
    }

    private void add(String id, List<String> lines) {
        views.put(id, new View(id, lines.stream().map(Header::parse).toList()));
    }

    private static List<String> shipped(String name) {
        try (InputStream in = Objects.requireNonNull(Views.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
