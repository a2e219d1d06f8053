package vn.vonggac.web;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Messages;
import vn.vonggac.detect.Severity;
import vn.vonggac.incident.Evidence;
import vn.vonggac.page.Place;

import static org.assertj.core.api.Assertions.assertThat;

class FindingGroupTest {

    @Test
    void whatNoPageHoldsIsNotLookedForInAPage() {
        assertThat(group("made-up-address").remedy()).isEqualTo("made-up-address");
        assertThat(group("hidden-text").remedy()).isEqualTo("place");
        assertThat(List.of("made-up-address", "place"))
                .allMatch(remedy -> Messages.VIETNAMESE.has("web.remedy." + remedy)
                        && Messages.ENGLISH.has("web.remedy." + remedy));
    }

    private static FindingGroup group(String detector) {
        Finding finding = new Finding(detector, Family.PLACE, Severity.HIGH, 0.9, "citizen", Place.NOWHERE,
                "nhà cái uy tín", "detector." + detector, List.of(), List.of());
        return FindingGroup.of(List.of(new Evidence("https://a.gov.example/", Instant.EPOCH, finding)))
                .getFirst();
    }
}
