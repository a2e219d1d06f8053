package vn.vonggac.signature;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShippedSignaturesTest {

    private final Signatures signatures = Signatures.shipped();

    @Test
    void everySignatureAgreesWithItsExamplesAndHasEnoughOfThem() {
        Trial trial = signatures.test();
        assertThat(trial.failures()).isEmpty();
        assertThat(trial.passed()).isTrue();
        assertThat(signatures.broken()).isEmpty();
    }

    @Test
    void thereAreManyAndEveryTopicHasSome() {
        Set<Topic> topics = signatures.all().stream().map(Signature::topic).collect(Collectors.toSet());
        assertThat(signatures.count()).isGreaterThanOrEqualTo(250);
        assertThat(topics).containsExactlyInAnyOrder(Topic.values());
    }
}
