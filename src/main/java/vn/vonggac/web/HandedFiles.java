package vn.vonggac.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.convert.format.ReadableBytes;
import jakarta.inject.Singleton;
import java.util.List;
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

    static List<Enclosure> of(Form form) {
        return form.uploads(Attachments.FIELD).stream()
                .map(file -> new Enclosure(file.name(), file.bytes())).toList();
    }

    /** A browser gives a page that comes back what was typed, never the files that were chosen. */
    static Form toBeChosenAgain(Form form) {
        return form.uploads(Attachments.FIELD).isEmpty() || form.problem(Attachments.FIELD).isPresent()
                ? form
                : form.reject(Attachments.FIELD, "web.files.again");
    }
}
