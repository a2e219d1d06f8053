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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vonggac.account.May;
import vn.vonggac.corpus.SignatureHunt;
import vn.vonggac.corpus.SignatureHunts;
import vn.vonggac.signature.Miss;
import vn.vonggac.signature.Signatures;

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
    private final Signatures signatures;
    private final SignatureHunts hunts;

    SignaturesController(Templates templates, SignatureMaking making, Signatures signatures,
            SignatureHunts hunts) {
        this.templates = templates;
        this.making = making;
        this.signatures = signatures;
        this.hunts = hunts;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return desk.scope().everything() ? Reply.page(templates.signatures(desk, lines())) : Reply.absent();
    }

    /** What found something first, the latest before. */
    private List<SignatureLine> lines() {
        Map<String, SignatureHunt> found = hunts.byName();
        Map<String, List<String>> misses = signatures.misses().stream().collect(Collectors.groupingBy(
                Miss::signature, Collectors.mapping(Miss::words, Collectors.toList())));
        return signatures.all().stream()
                .map(signature -> new SignatureLine(signature,
                        Optional.ofNullable(found.get(signature.id())),
                        misses.getOrDefault(signature.id(), List.of())))
                .sorted(Comparator.comparing(SignatureLine::found).thenComparing(SignatureLine::huntedAt)
                        .reversed().thenComparing(line -> line.signature().id()))
                .toList();
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
