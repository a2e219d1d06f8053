package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import vn.vonggac.account.May;
import vn.vonggac.incident.Attachment;
import vn.vonggac.incident.Attachments;
import vn.vonggac.page.CopyRead;
import vn.vonggac.portal.Outcome;

/** The files that people add to an incident, and each of them as bytes. */
@Hidden
@Controller("/incidents/{id}/attachments")
@Secured(May.READ)
final class AttachmentsController {

    private final Templates templates;
    private final IncidentPages pages;
    private final Attachments attachments;

    AttachmentsController(Templates templates, IncidentPages pages, Attachments attachments) {
        this.templates = templates;
        this.pages = pages;
        this.attachments = attachments;
    }

    /** Bytes to keep, never a page to look at. */
    @Get(uri = "/{number}", produces = MediaType.APPLICATION_OCTET_STREAM)
    HttpResponse<byte[]> one(Desk desk, long id, long number) {
        Optional<Attachment> found = attachments.find(desk.scope(), id, number);
        return found.isPresent() && attachments.read(found.get()) instanceof CopyRead.Whole(byte[] body)
                ? HttpResponse.ok(body).header(HttpHeaders.CONTENT_DISPOSITION, found.get().disposition())
                : HttpResponse.notFound();
    }

    @Secured(May.HANDLE)
    @Post(consumes = MediaType.MULTIPART_FORM_DATA, produces = MediaType.TEXT_HTML)
    HttpResponse<String> add(HttpRequest<?> request, Desk desk, long id, @Body MultipartBody body) {
        Form form = Form.read(body);
        return switch (attachments.add(desk.scope(), id, HandedFiles.of(request, form), desk.who())) {
            case Outcome.Saved<List<Attachment>> saved ->
                Reply.done("/incidents/" + id, "incident-attached");
            case Outcome.Rejected<List<Attachment>> rejected ->
                again(desk.at("/incidents/" + id), id, form.reject(rejected.problems()));
            case Outcome.Absent<List<Attachment>> absent -> Reply.absent();
            case Outcome.Stale<List<Attachment>> stale -> Reply.absent();
        };
    }

    private HttpResponse<String> again(Desk desk, long id, Form form) {
        return pages.of(desk, id, form).map(page -> Reply.again(templates.incident(desk, page)))
                .orElseGet(Reply::absent);
    }
}
