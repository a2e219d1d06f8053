package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.vonggac.account.May;

/** A signature made of a hunt; it judges every agency's portals, so only who sees all of them writes one. */
@Hidden
@Controller(value = "/signatures", produces = MediaType.TEXT_HTML)
@Secured(May.HANDLE)
final class SignaturesController {

    private final Templates templates;
    private final SignatureMaking making;

    SignaturesController(Templates templates, SignatureMaking making) {
        this.templates = templates;
        this.making = making;
    }

    @Get("/new")
    HttpResponse<String> begin(Desk desk) {
        String query = desk.address().value("q");
        return desk.scope().everything()
                ? Reply.page(templates.signature(desk, making.begin(
                        query.substring(0, Math.min(query.length(), Searches.LONGEST)))))
                : Reply.absent();
    }

    @Post(uri = "/new", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> take(Desk desk, @Body byte[] body) {
        if (!desk.scope().everything()) {
            return Reply.absent();
        }
        Form form = Form.read(body);
        SignaturePage page = making.take(desk.at("/signatures/new"), form);
        if (!form.sound()) {
            return Reply.again(templates.signature(desk.at("/signatures/new"), page));
        }
        return form.typed("act").equals("save")
                ? Reply.done(
                        "/search/hunt?q=" + URLEncoder.encode(form.typed("query"), StandardCharsets.UTF_8),
                        "signature-saved")
                : Reply.page(templates.signature(desk.at("/signatures/new"), page));
    }
}
