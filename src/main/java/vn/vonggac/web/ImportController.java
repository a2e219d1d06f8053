package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.account.May;
import vn.vonggac.portal.Imported;
import vn.vonggac.portal.Tables;

/** Agencies and portals as tables: tried first, written whole or not at all, and handed out again. */
@Hidden
@Controller("/import")
@Secured(May.AGENCIES)
final class ImportController {

    private static final String CSV = "text/csv;charset=utf-8";
    private static final Set<String> KINDS = Set.of("agencies", "portals");

    private final Templates templates;
    private final Tables tables;

    ImportController(Templates templates, Tables tables) {
        this.templates = templates;
        this.tables = tables;
    }

    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<String> page(Desk desk) {
        return Reply.page(templates.importing(desk, Form.EMPTY, Optional.empty()));
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA, produces = MediaType.TEXT_HTML)
    HttpResponse<String> take(Desk desk, @Body MultipartBody body) {
        Form form = Form.read(body);
        form.uploadAsText("file", "text");
        if (form.typed("text").isBlank() && form.sound()) {
            form.reject("text", "web.problem.no-table");
        }
        if (!KINDS.contains(form.typed("kind"))) {
            form.reject("kind", "web.problem.choice");
        }
        boolean write = form.typed("step").equals("write");
        return form.sound()
                ? take(desk, form, write)
                : Reply.again(templates.importing(desk, form, Optional.empty()));
    }

    private HttpResponse<String> take(Desk desk, Form form, boolean write) {
        byte[] table = form.value("text").getBytes(StandardCharsets.UTF_8);
        Imported imported = form.value("kind").equals("agencies")
                ? tables.importAgencies(desk.scope(), table, !write, desk.who())
                : tables.importPortals(desk.scope(), table, !write, desk.who());
        if (imported instanceof Imported.Refused) {
            return Reply.again(templates.importing(desk, form, Optional.of(imported)));
        }
        return write
                ? Reply.done("/import", "imported")
                : Reply.page(templates.importing(desk, form, Optional.of(imported)));
    }

    @Get(uri = "/portals.csv", produces = CSV)
    @Secured(May.READ)
    HttpResponse<byte[]> portals(Desk desk) {
        return attachment("portals.csv", tables.exportPortals(desk.scope()));
    }

    @Get(uri = "/agencies.csv", produces = CSV)
    @Secured(May.READ)
    HttpResponse<byte[]> agencies(Desk desk) {
        return attachment("agencies.csv", tables.exportAgencies(desk.scope()));
    }

    private static HttpResponse<byte[]> attachment(String name, byte[] table) {
        return HttpResponse.ok(table).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
