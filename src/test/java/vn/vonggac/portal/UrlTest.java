package vn.vonggac.portal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UrlTest {

    @ParameterizedTest
    @CsvSource({"a.gov.vn, https://a.gov.vn/", "HTTP://A.GOV.VN:80, http://a.gov.vn/",
            "https://a.gov.vn.:443/X, https://a.gov.vn/X", "https://a.gov.vn:8443/, https://a.gov.vn:8443/",
            "a.gov.vn:8080/b, https://a.gov.vn:8080/b", "https://a.gov.vn/x/./y/../z, https://a.gov.vn/x/z",
            "https://a.gov.vn/../.., https://a.gov.vn/",
            "https://a.gov.vn/a%7eb%2fc, https://a.gov.vn/a~b%2Fc",
            "https://a.gov.vn/tin tức?q=đ#x, https://a.gov.vn/tin%20t%E1%BB%A9c?q=%C4%91",
            "https://thônghai.vn/, https://xn--thnghai-u0a.vn/",
            "https://a.gov.vn/100%, https://a.gov.vn/100%25",
            "http://[::1]:80/, http://[::1]/"})
    void everySpellingBecomesOne(String typed, String canonical) {
        assertThat(Url.parse(typed)).hasValueSatisfying(url -> assertThat(url.text()).isEqualTo(canonical));
    }

    @ParameterizedTest
    @CsvSource({"https://a.gov.vn/x/../y?b=1", "http://THÔNGHAI.vn:8080/%7e//a/", "a.gov.vn"})
    void theCanonicalFormIsItsOwn(String typed) {
        String once = Url.parse(typed).orElseThrow().text();
        assertThat(Url.parse(once).orElseThrow().text()).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ftp://a.gov.vn/", "javascript:alert(1)", "mailto:a@b.vn", "https://",
            "https:///x", "https://user:pass@a.gov.vn/", "https://a.gov.vn\\@b.vn/", "https://a..vn/",
            "https://-a.vn/", "https://a.gov.vn:0/", "https://a.gov.vn:99999/", "https://a b.vn/",
            "data:text/html,x"})
    void whatIsNoWebAddressIsRefused(String typed) {
        assertThat(Url.parse(typed)).isEmpty();
    }

    @Test
    void schemeAndTrailingSlashMakeNoOtherPlace() {
        assertThat(Url.parse("http://A.gov.vn/sub/").orElseThrow().key())
                .isEqualTo(Url.parse("https://a.gov.vn/sub").orElseThrow().key());
        assertThat(Url.parse("https://a.gov.vn:8443/").orElseThrow().key())
                .isNotEqualTo(Url.parse("https://a.gov.vn/").orElseThrow().key());
    }

    @ParameterizedTest
    @CsvSource({"https://an:secret@a.vn/x?token=secret#secret, https://a.vn/x",
            "https://a.vn/x/@y, https://a.vn/x/@y",
            "http://a@b@a.vn, http://a.vn", "no address?secret, no address"})
    void aLogHoldsNoSecretOfAnAddress(String address, String logged) {
        assertThat(Url.forLog(address)).isEqualTo(logged);
    }
}
