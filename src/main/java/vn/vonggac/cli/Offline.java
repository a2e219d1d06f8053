package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.visit.Judgement;
import vn.vonggac.visit.Look;
import vn.vonggac.visit.OnePath;

/**
 * The product without database, scheduler and web server, with the operator's settings: what judges files and
 * addresses at a prompt.
 */
final class Offline implements AutoCloseable {

    private final ApplicationContext context;

    Offline(Optional<Path> config) {
        context = Settings.offline(config);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    Judgement judgeFile(Path file, String url, Optional<Path> baseline) throws IOException {
        Optional<Baseline> usual = baseline.isEmpty()
                ? Optional.empty()
                : Optional.of(learned(baseline.get(), url));
        return part(OnePath.class).judge(Look.given(source(file, url), usual));
    }

    Baseline learned(Path file, String url) throws IOException {
        return Baseline.learned(part(PageReader.class).read(source(file, url)));
    }

    static PageSource source(Path file, String url) throws IOException {
        String name = file.getFileName().toString();
        return new PageSource(url, Files.readAllBytes(file), type(name), false);
    }

    private static Optional<String> type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "txt" -> Optional.of("text/plain");
            case "js" -> Optional.of("text/javascript");
            case "css" -> Optional.of("text/css");
            default -> Optional.empty();
        };
    }

    String json(Object value) {
        try {
            return part(ObjectMapper.class).writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
