package vn.vonggac.fetch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TargetTest {

    @Test
    void aPortThatWasTypedIsListedAndOneThatWasFoundIsNot() {
        String address = "http://so-xay-dung.example.gov.vn:8088/tin";

        assertThat(Target.typed(address).ports()).containsExactly(8088);
        assertThat(Target.typed("https://so-xay-dung.example.gov.vn/").ports()).isEmpty();
        assertThat(Target.typed("http://[no address").ports()).isEmpty();
        assertThat(Target.of(address).ports()).isEmpty();
    }
}
