package vn.vonggac.detect;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vonggac.page.Place;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.signature.Field;
import vn.vonggac.signature.Hit;
import vn.vonggac.signature.Topic;

import static org.assertj.core.api.Assertions.assertThat;

class ContextTest {

    private static final Hit ARREST = report("arrest", 0.4);
    private static final Hit GAMBLING_RING = report("gambling-ring", 0.6, Topic.GAMBLING);
    private static final Hit BLACK_CREDIT = report("black-credit", 0.6, Topic.LOANS);

    @Test
    void aReportOnOneTradeTellsNothingOfAnother() {
        Context context = context(GAMBLING_RING);
        assertThat(context.around(advert(Topic.GAMBLING))).isGreaterThan(0.5);
        assertThat(context.around(advert(Topic.COUNTERFEIT))).isZero();
        assertThat(context.report(Topic.LOANS)).isZero();
    }

    @Test
    void whatNamesNoTradeIsOfThoseThatThePageNames() {
        Context context = context(ARREST, GAMBLING_RING);
        assertThat(context.around(advert(Topic.GAMBLING)))
                .isGreaterThan(context(GAMBLING_RING).around(advert(Topic.GAMBLING)));
        assertThat(context.around(advert(Topic.LOANS))).isZero();
    }

    @Test
    void whatNamesNoTradeIsOfAnyWhereThePageNamesNone() {
        assertThat(context(ARREST).around(advert(Topic.LOANS))).isGreaterThan(0.3);
    }

    @Test
    void aPageMayReportOnSeveralTrades() {
        Context context = context(GAMBLING_RING, BLACK_CREDIT);
        assertThat(context.around(advert(Topic.GAMBLING))).isPositive();
        assertThat(context.around(advert(Topic.LOANS))).isPositive();
        assertThat(context.around(advert(Topic.ADULT))).isZero();
    }

    private static Context context(Hit... hits) {
        return Context.of(List.of(hits), PortalBaseline.empty());
    }

    private static Hit report(String id, double weight, Topic... about) {
        return new Hit(id, Topic.REPORT, List.of(about), weight, Field.TEXT, Place.NOWHERE, 100, "bắt giữ",
                false, false);
    }

    private static Hit advert(Topic trade) {
        return new Hit("advert", trade, List.of(), 0.6, Field.TEXT, Place.NOWHERE, 200, "mua ngay", false,
                false);
    }
}
