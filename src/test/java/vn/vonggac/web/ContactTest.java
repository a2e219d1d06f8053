package vn.vonggac.web;

import org.junit.jupiter.api.Test;
import vn.vonggac.portal.HostingCompany;

import static org.assertj.core.api.Assertions.assertThat;

class ContactTest {

    @Test
    void whatStandsInALetterEndsNowhereElse() {
        Contact contact = Contact.of(
                new HostingCompany(1, "Công ty Máy chủ Việt", "", "truc@may-chu.example?cc=x@evil.example",
                        ""));

        assertThat(contact.letter("12 trang & 3 tên miền?", "dòng 1\ndòng 2+&bcc=x"))
                .isEqualTo("mailto:truc@may-chu.example%3Fcc%3Dx@evil.example?subject=12%20trang%20%26%203%20"
                        + "t%C3%AAn%20mi%E1%BB%81n%3F&body=d%C3%B2ng%201%0Ad%C3%B2ng%202%2B%26bcc%3Dx");
    }
}
