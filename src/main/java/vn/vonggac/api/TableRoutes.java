package vn.vonggac.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import vn.vonggac.account.May;
import vn.vonggac.portal.Imported;
import vn.vonggac.portal.Tables;

/** Agencies and portals as tables, for programs: what is handed out can be brought in. */
@Controller("/api/v1")
@Secured(May.READ)
@Problems.Any
@Problems.SignedIn
final class TableRoutes {

    private static final String CSV = "text/csv;charset=utf-8";

    private final Tables tables;

    TableRoutes(Tables tables) {
        this.tables = tables;
    }

    /** All agencies as CSV. */
    @Get("/agencies/table")
    @Produces(CSV)
    HttpResponse<byte[]> agencies(Caller caller) {
        return HttpResponse.ok(tables.exportAgencies(caller.scope()));
    }

    /** All portals as CSV. */
    @Get("/portals/table")
    @Produces(CSV)
    HttpResponse<byte[]> portals(Caller caller) {
        return HttpResponse.ok(tables.exportPortals(caller.scope()));
    }

    /**
     * Takes agencies from CSV, all lines or none; every line that is wrong is named.
     *
     * @param dryRun only says what would become of it; true where nobody says
     */
    @Post("/agencies/table")
    @Secured(May.AGENCIES)
    @Consumes(MediaType.TEXT_CSV)
    @Problems.Sent
    HttpResponse<TableItem> takeAgencies(Caller caller, @QueryValue(defaultValue = "true") boolean dryRun,
            @Body byte[] table) {
        return answer(caller, tables.importAgencies(caller.scope(), table, dryRun, caller.who()), dryRun);
    }

    /**
     * Takes portals from CSV, all lines or none; every line that is wrong is named.
     *
     * @param dryRun only says what would become of it; true where nobody says
     */
    @Post("/portals/table")
    @Secured(May.AGENCIES)
    @Consumes(MediaType.TEXT_CSV)
    @Problems.Sent
    HttpResponse<TableItem> takePortals(Caller caller, @QueryValue(defaultValue = "true") boolean dryRun,
            @Body byte[] table) {
        return answer(caller, tables.importPortals(caller.scope(), table, dryRun, caller.who()), dryRun);
    }

    private static HttpResponse<TableItem> answer(Caller caller, Imported imported, boolean dryRun) {
        return switch (imported) {
            case Imported.Taken taken -> HttpResponse.ok(TableItem.of(taken, !dryRun));
            case Imported.Refused refused -> Answers
                    .problem(ProblemDetail.ofTable(caller.request(), refused.problems()));
        };
    }
}
