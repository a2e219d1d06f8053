package vn.vonggac.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditEntry;
import vn.vonggac.audit.AuditFilter;

/** The audit trail as a file, the eldest line first, read and sent part by part however long it is. */
@Singleton
final class TrailExport {

    // a spreadsheet takes the text for UTF-8 by this, and would take what begins like these for a formula
    private static final String MARK = "\uFEFF";
    private static final String FORMULAS = "=+-@\t\r";
    private static final String HEAD = "id,at,who,action,object,detail,source,seal\r\n";
    private static final JsonFactory JSON = new JsonFactory();

    private final Audit audit;
    private final Scheduler blocking;

    TrailExport(Audit audit, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.audit = audit;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    /** For a spreadsheet. */
    Publisher<String> csv(AuditFilter filter) {
        return Flux.concat(Flux.just(MARK + HEAD), lines(filter, TrailExport::csvLine));
    }

    /** One JSON object a line, for a program. */
    Publisher<String> json(AuditFilter filter) {
        return lines(filter, TrailExport::jsonLine);
    }

    private Flux<String> lines(AuditFilter filter, Function<AuditEntry, String> line) {
        return part(filter, 0)
                .expand(part -> part.isEmpty() ? Mono.empty() : part(filter, part.getLast().id()))
                .filter(part -> !part.isEmpty())
                .map(part -> part.stream().map(line).collect(Collectors.joining()));
    }

    private Mono<List<AuditEntry>> part(AuditFilter filter, long after) {
        return Mono.fromCallable(() -> audit.after(filter, after)).subscribeOn(blocking);
    }

    private static String csvLine(AuditEntry entry) {
        return Stream.of(String.valueOf(entry.id()), entry.at().toString(), entry.who(), entry.action(),
                entry.object(), entry.detail(), entry.source(), entry.seal()).map(TrailExport::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    private static String jsonLine(AuditEntry entry) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeNumberField("id", entry.id());
            json.writeStringField("at", entry.at().toString());
            json.writeStringField("who", entry.who());
            json.writeStringField("action", entry.action());
            json.writeStringField("object", entry.object());
            json.writeStringField("detail", entry.detail());
            json.writeStringField("source", entry.source());
            json.writeStringField("seal", entry.seal());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.append('\n').toString();
    }
}
