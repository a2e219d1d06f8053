package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.PortalFilter;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Tables;

/** Portals, for programs. */
@Controller("/api/v1/portals")
@Secured(SecurityRule.IS_AUTHENTICATED)
final class PortalRoutes {

    private final Portals portals;

    PortalRoutes(Portals portals) {
        this.portals = portals;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Authentication authentication) {
        Optional<Paging> paging = Paging.of(request);
        if (paging.isEmpty()) {
            return Answers.rejected(request, Paging.problem());
        }
        PortalFilter filter = new PortalFilter(request.getParameters().getFirst("text").orElse(""), 0,
                request.getParameters().getFirst("tag").orElse(""), PortalFilter.Paused.EITHER,
                PortalFilter.Order.HOME, false);
        Listed<Portal> listed = portals.list(Caller.of(authentication).scope(), filter,
                paging.get().page() - 1,
                paging.get().size());
        return HttpResponse.ok(Answers.page(paging.get(), listed.rows(), listed.total(), this::item));
    }

    @Get("/{id}")
    HttpResponse<?> one(HttpRequest<?> request, Authentication authentication, long id) {
        Outcome<Portal> found = portals.find(Caller.of(authentication).scope(), id)
                .<Outcome<Portal>>map(Outcome.Saved::new).orElseGet(Outcome.Absent::new);
        return Answers.of(request, found, HttpStatus.OK, this::item);
    }

    @Post
    HttpResponse<?> add(HttpRequest<?> request, Authentication authentication,
            @Body Map<String, Object> body) {
        Given given = new Given(body);
        Caller caller = Caller.of(authentication);
        return given.problems(Tables.PORTAL_COLUMNS).isEmpty()
                ? Answers.of(request, portals.add(caller.scope(), draft(given), caller.who()),
                        HttpStatus.CREATED,
                        this::item)
                : Answers.rejected(request, given.problems(Tables.PORTAL_COLUMNS));
    }

    @Put("/{id}")
    HttpResponse<?> change(HttpRequest<?> request, Authentication authentication, long id,
            @Body Map<String, Object> body) {
        Given given = new Given(body);
        Caller caller = Caller.of(authentication);
        return given.problems(Tables.PORTAL_COLUMNS).isEmpty()
                ? Answers.of(request, portals.change(caller.scope(), id, draft(given), caller.who()),
                        HttpStatus.OK,
                        this::item)
                : Answers.rejected(request, given.problems(Tables.PORTAL_COLUMNS));
    }

    @Delete("/{id}")
    HttpResponse<?> remove(HttpRequest<?> request, Authentication authentication, long id) {
        Caller caller = Caller.of(authentication);
        return Answers.of(request, portals.remove(caller.scope(), id, caller.who()), HttpStatus.OK,
                this::item);
    }

    private static PortalDraft draft(Given given) {
        List<String> texts = Tables.PORTAL_COLUMNS.stream().map(given::text).toList();
        return new PortalDraft(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4),
                texts.get(5),
                texts.get(6), texts.get(7), texts.get(8), texts.get(9), texts.get(10), texts.get(11),
                texts.get(12));
    }

    private Map<String, Object> item(Portal portal) {
        PortalDraft draft = portals.draft(portal);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", portal.id());
        item.put("name", draft.name());
        item.put("home", draft.home());
        item.put("agency", draft.agency());
        item.put("parent", draft.parent());
        item.put("hosting", draft.hosting());
        item.put("hosts", portal.hosts());
        item.put("prefixes", portal.prefixes());
        item.put("exclusions", portal.exclusions());
        item.put("trustedHosts", portal.trustedHosts());
        item.put("tags", portal.tags());
        item.put("level", draft.level());
        item.put("trustLabel", draft.trustLabel());
        item.put("rhythm", draft.rhythm());
        item.put("pausedUntil", String.valueOf(portal.pausedUntil()).replace("null", ""));
        return item;
    }
}
