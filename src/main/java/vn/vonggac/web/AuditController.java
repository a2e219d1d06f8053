package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.Instant;
import org.reactivestreams.Publisher;
import vn.vonggac.account.May;
import vn.vonggac.account.People;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.report.SigningKey;

/** Who did what, the newest first. */
@Hidden
@Controller(value = "/audit", produces = MediaType.TEXT_HTML)
@Secured(May.TRAIL)
final class AuditController {

    private final Templates templates;
    private final Audit audit;
    private final TrailExport export;
    private final People people;
    private final SigningKey key;

    AuditController(Templates templates, Audit audit, TrailExport export, People people,
            SigningKey key) {
        this.templates = templates;
        this.audit = audit;
        this.export = export;
        this.people = people;
        this.key = key;
    }

    /** Reads the whole trail; asked for, never by itself. */
    @Get("/state")
    HttpResponse<String> state(Desk desk) {
        return Reply.page(templates.auditState(desk, audit.verify(), key.fingerprint()));
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        Address address = desk.address();
        AuditFilter filter = filter(desk);
        return Reply.page(templates.audit(desk, audit.actions(), Listing.of(address, audit.count(filter),
                (size, skip) -> audit.find(filter, size, skip))));
    }

    /** What the filter shows, all of it, for a spreadsheet. */
    @Get("/trail.csv")
    HttpResponse<Publisher<String>> csv(Desk desk) {
        return file(desk, "csv", "text/csv;charset=utf-8", export.csv(filter(desk)));
    }

    /** The same for a program, one JSON object a line. */
    @Get("/trail.jsonl")
    HttpResponse<Publisher<String>> json(Desk desk) {
        return file(desk, "jsonl", "text/plain;charset=utf-8", export.json(filter(desk)));
    }

    private HttpResponse<Publisher<String>> file(Desk desk, String kind, String type,
            Publisher<String> lines) {
        audit.record(desk.who(), "account.act.trail-export", "audit", kind + desk.address().query());
        return HttpResponse.ok(lines).contentType(MediaType.of(type)).header("Content-Disposition",
                "attachment; filename=\"nhat-ky." + kind + "\"");
    }

    private AuditFilter filter(Desk desk) {
        Address address = desk.address();
        return new AuditFilter(address.value("who").strip(), address.value("action").strip(),
                address.value("object").strip(), Times.startOf(address.value("from")).orElse(Instant.EPOCH),
                Times.startOf(address.value("to")).map(day -> day.plus(Duration.ofDays(1)))
                        .orElse(AuditFilter.FAR),
                people.names(desk.scope()));
    }
}
