package vn.vonggac.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.account.May;
import vn.vonggac.incident.Campaign;
import vn.vonggac.incident.Campaigns;
import vn.vonggac.incident.Indicators;
import vn.vonggac.incident.StixBundle;

/** Campaigns, for programs. */
@Controller("/api/v1/campaigns")
@Secured(May.READ)
@Problems.Any
@Problems.SignedIn
final class CampaignRoutes {

    private final Campaigns campaigns;
    private final InstantSource time;

    CampaignRoutes(Campaigns campaigns, InstantSource time) {
        this.campaigns = campaigns;
        this.time = time;
    }

    /**
     * Incidents to take out of a campaign.
     *
     * @param incidents their numbers
     */
    @Schema(name = "CampaignSplit")
    record Split(long[] incidents) {}

    /**
     * A campaign to bring into another.
     *
     * @param campaign its number
     */
    @Schema(name = "CampaignMerge")
    record Merge(long campaign) {}

    /** Campaigns, those seen last first. */
    @Get
    HttpResponse<Page<CampaignItem>> list(Caller caller, @QueryValue(defaultValue = "1") int page,
            @QueryValue(defaultValue = "50") int size) {
        return Answers.page(page, size, (most, skip) -> campaigns.list(caller.scope(), most, skip),
                CampaignItem::of);
    }

    /** One campaign with its incidents and what they share. */
    @Get("/{id}")
    @Problems.One
    HttpResponse<CampaignItem> one(Caller caller, long id) {
        return Answers.one(caller.request(), campaigns.find(caller.scope(), id),
                campaign -> HttpResponse.ok(CampaignItem.of(campaign)));
    }

    /** What a campaign is known by, as a table. */
    @Get("/{id}/indicators.csv")
    @Produces("text/csv")
    @Problems.One
    HttpResponse<String> csv(Caller caller, long id) {
        return Answers.one(caller.request(), campaigns.indicators(caller.scope(), id).map(Indicators::csv),
                HttpResponse::ok);
    }

    /** What a campaign is known by, as a STIX 2.1 bundle. */
    @Get("/{id}/indicators.json")
    @Produces("application/stix+json")
    @Problems.One
    HttpResponse<String> stix(Caller caller, long id) {
        return Answers.one(caller.request(), campaigns.indicators(caller.scope(), id)
                .map(indicators -> StixBundle.of(indicators, time.instant())), HttpResponse::ok);
    }

    /** Takes incidents out of a campaign for good; several of them become a campaign of their own. */
    @Post("/{id}/split")
    @Secured(May.HANDLE)
    @Problems.One
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Split.class)))
    HttpResponse<CampaignItem> split(Caller caller, long id, @Body byte[] body) {
        return Given.answer(caller.request(), body, Split.class, given -> {
            Set<Long> chosen = given.ids("incidents");
            return () -> Answers.one(caller.request(), campaigns.find(caller.scope(), id), campaign -> {
                campaigns.split(caller.scope(), id, chosen, caller.who());
                return HttpResponse.ok(CampaignItem.of(now(caller, campaign)));
            });
        });
    }

    /** Brings the incidents of another campaign into this one. */
    @Post("/{id}/merge")
    @Secured(May.HANDLE)
    @Problems.One
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = Merge.class)))
    HttpResponse<CampaignItem> merge(Caller caller, long id, @Body byte[] body) {
        return Given.answer(caller.request(), body, Merge.class, given -> {
            Set<Long> other = given.ids("campaign");
            return () -> Answers.one(caller.request(), campaigns.find(caller.scope(), id), campaign -> {
                other.forEach(each -> campaigns.merge(caller.scope(), id, each, caller.who()));
                return HttpResponse.ok(CampaignItem.of(now(caller, campaign)));
            });
        });
    }

    private Campaign now(Caller caller, Campaign before) {
        Optional<Campaign> after = campaigns.find(caller.scope(), before.id());
        return after.orElse(before);
    }
}
