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
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Tables;

/** Agencies, for programs. */
@Controller("/api/v1/agencies")
@Secured(SecurityRule.IS_AUTHENTICATED)
final class AgencyRoutes {

    private final Agencies agencies;

    AgencyRoutes(Agencies agencies) {
        this.agencies = agencies;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Authentication authentication) {
        Optional<Paging> paging = Paging.of(request);
        if (paging.isEmpty()) {
            return Answers.rejected(request, Paging.problem());
        }
        Listed<Agency> listed = agencies.list(Caller.of(authentication).scope(),
                request.getParameters().getFirst("text").orElse(""), paging.get().size(),
                paging.get().skip());
        return HttpResponse.ok(Answers.page(paging.get(), listed.rows(), listed.total(), this::item));
    }

    @Get("/{id}")
    HttpResponse<?> one(HttpRequest<?> request, Authentication authentication, long id) {
        Outcome<Agency> found = agencies.find(Caller.of(authentication).scope(), id)
                .<Outcome<Agency>>map(Outcome.Saved::new).orElseGet(Outcome.Absent::new);
        return Answers.of(request, found, HttpStatus.OK, this::item);
    }

    @Post
    HttpResponse<?> add(HttpRequest<?> request, Authentication authentication,
            @Body Map<String, Object> body) {
        Given given = new Given(body);
        Caller caller = Caller.of(authentication);
        return given.problems(Tables.AGENCY_COLUMNS).isEmpty()
                ? Answers.of(request, agencies.add(caller.scope(), draft(given), caller.who()),
                        HttpStatus.CREATED,
                        this::item)
                : Answers.rejected(request, given.problems(Tables.AGENCY_COLUMNS));
    }

    @Put("/{id}")
    HttpResponse<?> change(HttpRequest<?> request, Authentication authentication, long id,
            @Body Map<String, Object> body) {
        Given given = new Given(body);
        Caller caller = Caller.of(authentication);
        return given.problems(Tables.AGENCY_COLUMNS).isEmpty()
                ? Answers.of(request, agencies.change(caller.scope(), id, draft(given), caller.who()),
                        HttpStatus.OK, this::item)
                : Answers.rejected(request, given.problems(Tables.AGENCY_COLUMNS));
    }

    @Delete("/{id}")
    HttpResponse<?> remove(HttpRequest<?> request, Authentication authentication, long id) {
        Caller caller = Caller.of(authentication);
        return Answers.of(request, agencies.remove(caller.scope(), id, caller.who()), HttpStatus.OK,
                this::item);
    }

    private static AgencyDraft draft(Given given) {
        List<String> texts = Tables.AGENCY_COLUMNS.stream().map(given::text).toList();
        return new AgencyDraft(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4),
                texts.get(5),
                texts.get(6), texts.get(7), texts.get(8), texts.get(9), texts.get(10));
    }

    private Map<String, Object> item(Agency agency) {
        AgencyDraft draft = agencies.draft(agency);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", agency.id());
        item.put("code", draft.code());
        item.put("name", draft.name());
        item.put("parent", draft.parent());
        item.put("successor", draft.successor());
        item.put("validFrom", draft.validFrom());
        item.put("validTo", draft.validTo());
        item.put("address", draft.address());
        item.put("contact", draft.contact());
        item.put("email", draft.email());
        item.put("phone", draft.phone());
        item.put("dutyPhone", draft.dutyPhone());
        return item;
    }
}
