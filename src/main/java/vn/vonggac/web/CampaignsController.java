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
import java.time.InstantSource;
import java.util.Optional;
import vn.vonggac.account.May;
import vn.vonggac.incident.Campaigns;
import vn.vonggac.incident.Indicators;
import vn.vonggac.incident.StixBundle;

/** Campaigns: incidents that share what was planted. */
@Hidden
@Controller(value = "/campaigns", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class CampaignsController {

    private final Templates templates;
    private final CampaignPages pages;
    private final Campaigns campaigns;
    private final InstantSource time;

    CampaignsController(Templates templates, CampaignPages pages, Campaigns campaigns,
            InstantSource time) {
        this.templates = templates;
        this.pages = pages;
        this.campaigns = campaigns;
        this.time = time;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(templates.campaigns(desk, pages.list(desk)));
    }

    @Get("/{id}")
    HttpResponse<String> show(Desk desk, long id) {
        return pages.page(desk, id, Form.EMPTY).map(page -> Reply.page(templates.campaign(desk, page)))
                .orElseGet(Reply::absent);
    }

    @Secured(May.HANDLE)
    @Post(uri = "/{id}", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> act(Desk desk, long id, @Body byte[] body) {
        if (campaigns.find(desk.scope(), id).isEmpty()) {
            return Reply.absent();
        }
        Form form = Form.read(body);
        pages.act(desk, id, form);
        if (form.sound()) {
            return Reply.done(campaigns.find(desk.scope(), id).isEmpty() ? "/campaigns" : "/campaigns/" + id,
                    "campaign-changed");
        }
        return pages.page(desk.at("/campaigns/" + id), id, form)
                .map(page -> Reply.again(templates.campaign(desk.at("/campaigns/" + id), page)))
                .orElseGet(Reply::absent);
    }

    @Get(uri = "/{id}/indicators.csv", produces = "text/csv")
    HttpResponse<String> csv(Desk desk, long id) {
        return file(campaigns.indicators(desk.scope(), id).map(Indicators::csv), id, "csv", "text/csv");
    }

    @Get(uri = "/{id}/indicators.json", produces = "application/stix+json")
    HttpResponse<String> stix(Desk desk, long id) {
        return file(campaigns.indicators(desk.scope(), id)
                .map(indicators -> StixBundle.of(indicators, time.instant())), id, "json",
                "application/stix+json;version=2.1");
    }

    private static HttpResponse<String> file(Optional<String> text, long id, String ending, String type) {
        return text.<HttpResponse<String>>map(body -> HttpResponse.ok(body).header("Content-Type",
                type + (type.contains("csv") ? ";charset=utf-8" : ""))
                .header("Content-Disposition",
                        "attachment; filename=\"campaign-" + id + "-indicators." + ending + "\""))
                .orElseGet(Reply::absent);
    }
}
