package vn.vonggac.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import vn.vonggac.account.May;
import vn.vonggac.incident.Attachment;
import vn.vonggac.incident.Attachments;
import vn.vonggac.incident.Enclosure;
import vn.vonggac.incident.Incidents;
import vn.vonggac.page.CopyRead;
import vn.vonggac.portal.Listed;

/** The files that people added to an incident, for programs. */
@Controller("/api/v1/incidents/{id}/attachments")
@Secured(May.READ)
@Problems.Any
@Problems.SignedIn
@Problems.One
final class AttachmentRoutes {

    private final Incidents incidents;
    private final Attachments attachments;

    AttachmentRoutes(Incidents incidents, Attachments attachments) {
        this.incidents = incidents;
        this.attachments = attachments;
    }

    /** Files of an incident, the first first. */
    @Get
    HttpResponse<Page<AttachmentItem>> list(Caller caller, long id,
            @QueryValue(defaultValue = "1") int page, @QueryValue(defaultValue = "50") int size) {
        return Answers.one(caller.request(), incidents.find(caller.scope(), id), incident -> {
            List<Attachment> all = attachments.of(caller.scope(), id);
            return Answers.page(page, size, (most, skip) -> new Listed<>(
                    all.stream().skip(skip).limit(most).toList(), all.size()), AttachmentItem::of);
        });
    }

    /** A file as it was added, byte for byte: to keep, never a page to look at. */
    @Get("/{attachment}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    HttpResponse<byte[]> one(Caller caller, long id, long attachment) {
        return Answers.one(caller.request(), attachments.find(caller.scope(), id, attachment),
                found -> switch (attachments.read(found)) {
                    case CopyRead.Whole(byte[] body) -> HttpResponse.ok(body)
                            .header(HttpHeaders.CONTENT_DISPOSITION, found.disposition())
                            .header("Content-Security-Policy", "default-src 'none'; sandbox");
                    case CopyRead.Missing missing ->
                        Answers.problem(caller.request(), ProblemKind.NOT_FOUND);
                    case CopyRead.Damaged damaged ->
                        Answers.problem(caller.request(), ProblemKind.INTERNAL_SERVER_ERROR);
                });
    }

    /**
     * Adds a file to an incident that is not closed; its bytes are the body.
     *
     * @param name of the file
     */
    @Post
    @Secured(May.HANDLE)
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Status(HttpStatus.CREATED)
    @Problems.Changed
    @Problems.Sent
    HttpResponse<AttachmentItem> add(Caller caller, long id,
            @Parameter(required = false) @QueryValue(defaultValue = "") String name, @Body byte[] body) {
        return Answers.one(caller.request(), incidents.find(caller.scope(), id),
                incident -> Versions.matches(caller.request(), IncidentItem.version(incident))
                        ? added(caller, id, new Enclosure(name, body))
                        : Answers.problem(caller.request(), ProblemKind.CHANGED_MEANWHILE));
    }

    private MutableHttpResponse<AttachmentItem> added(Caller caller, long id, Enclosure file) {
        return Answers.of(caller.request(),
                attachments.add(caller.scope(), id, List.of(file), caller.who()),
                AttachmentRoutes::created);
    }

    private static MutableHttpResponse<AttachmentItem> created(List<Attachment> kept) {
        return HttpResponse.created(AttachmentItem.of(kept.getFirst()));
    }
}
