package vn.vonggac.page;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalTest {

    private static final String PAGE = "<p>Lượt: 1</p><script src='/a.js?v=1'></script><a href='/tin?sid=1'>Tin</a>";

    private static long hash(String html) {
        return PageReaderTest.read(html).canonicalHash();
    }

    @Test
    void countersAndVersionsSayNothing() {
        assertThat(hash(PAGE)).isEqualTo(hash(PAGE.replace("1", "29")));
    }

    @Test
    void wordsAndHidingSaySomething() {
        assertThat(hash(PAGE)).isNotEqualTo(hash(PAGE.replace("Tin", "Mới")));
        assertThat(hash(PAGE)).isNotEqualTo(hash(PAGE.replace("<p>", "<p hidden>")));
    }
}
