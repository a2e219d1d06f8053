package vn.vonggac.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import vn.vonggac.incident.Attachments;
import vn.vonggac.incident.Enclosure;

/** Files that come with a form about an incident. */
@Singleton
final class HandedFiles {

    /** Of a sending, what is not files. */
    private static final long FIELDS = 64 << 10;

    private final Attachments attachments;
    private final long sending;

    HandedFiles(Attachments attachments,
            @Value("${micronaut.server.max-request-size}") @ReadableBytes long sending) {
        this.attachments = attachments;
        this.sending = sending;
    }

    FileBounds bounds() {
        long together = sending - FIELDS;
        return new FileBounds(attachments.most(), Math.min(attachments.largest(), together), together);
    }

    /** Those of a form, the ones without anything in them too. */
    static List<Enclosure> of(HttpRequest<?> request, Form form) {
        return Stream.concat(
                form.uploads(Attachments.FIELD).stream()
                        .map(file -> new Enclosure(file.name(), file.bytes())),
                EmptyFiles.of(request).stream().map(name -> new Enclosure(name, new byte[0]))).toList();
    }

    /** A browser gives a page that comes back what was typed, never the files that were chosen. */
    static Form toBeChosenAgain(Form form) {
        return form.uploads(Attachments.FIELD).isEmpty() || form.problem(Attachments.FIELD).isPresent()
                ? form
                : form.reject(Attachments.FIELD, "web.files.again");
    }
}
