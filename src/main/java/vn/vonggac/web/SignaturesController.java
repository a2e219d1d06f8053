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
import vn.vonggac.signature.Miss;

/**
 * The signatures in force, and one made of a hunt. They judge every agency's portals, so only who sees all of these
 * reads what they found, or writes one.
 */
@Hidden
@Controller(value = "/signatures", produces = MediaType.TEXT_HTML)
@Secured(May.HANDLE)
final class SignaturesController {

    private final Templates templates;
    private final SignatureMaking making;
    private final SignatureLists lists;
    private final NegativeExamples negatives;

    SignaturesController(Templates templates, SignatureMaking making, SignatureLists lists,
            NegativeExamples negatives) {
        this.templates = templates;
        this.making = making;
        this.lists = lists;
        this.negatives = negatives;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return desk.scope().everything()
                ? Reply.page(templates.signatures(desk, lists.list(desk.address()), lists.count(),
                        lists.refused()))
                : Reply.absent();
    }

    @Post(uri = "/misses/remove", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> takeBack(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        Miss said = new Miss(form.typed("signature"), form.typed("words"), "");
        return desk.scope().everything() && form.sound() && negatives.takeBack(desk, said)
                ? Reply.done("/signatures?said=1", "miss-removed")
                : Reply.absent();
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
