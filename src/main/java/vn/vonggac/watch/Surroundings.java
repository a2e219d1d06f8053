package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import vn.vonggac.detect.Around;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.page.PageContent;
import vn.vonggac.watch.Spending.Purse;

/** What stands around the pages of a portal: noticed while they are read, looked at on a slow rhythm, told with them. */
@Singleton
final class Surroundings {

    private final Outbound outbound;
    private final Probes probes;
    private final Pictures pictures;
    private final Components components;
    private final Servers servers;

    Surroundings(Outbound outbound, Probes probes, Pictures pictures, Components components,
            Servers servers) {
        this.outbound = outbound;
        this.probes = probes;
        this.pictures = pictures;
        this.components = components;
        this.servers = servers;
    }

    /** What is known around a page before it is looked at. */
    Around of(Watched portal, FrontierPage page) {
        Around around = Around.NOTHING.withTargets(outbound.bad(portal));
        return page.home()
                ? around.withHoles(probes.holes(portal)).withPictures(pictures.changes(portal))
                        .atHome(portal.labelled())
                : around;
    }

    /** Takes in what came of asking for a page, whatever it was. */
    void answered(Watched portal, FrontierPage page, List<FetchResult> results, Instant now) {
        if (page.home()) {
            servers.answered(portal, results, now);
        }
    }

    /** Takes in what a page that was read shows of it. */
    void take(Watched portal, FrontierPage page, PageContent content, Instant now) {
        outbound.take(portal, page, content, now);
        probes.take(portal, page, content, now);
        pictures.take(portal, page, content, now);
        components.take(portal, content, now);
    }

    /** The part of a portal's round that is for what stands around it; only what the portal is asked itself is paid. */
    void turn(Watched portal, Purse purse, long reserved, BooleanSupplier goesOn) {
        BooleanSupplier affordable = () -> goesOn.getAsBoolean() && purse.holds(reserved);
        outbound.turn(portal, goesOn);
        pictures.turn(portal, purse, affordable);
        probes.turn(portal, purse, affordable);
    }

    void sweep(Instant now) {
        outbound.sweep(now);
    }
}
