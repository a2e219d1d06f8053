package vn.vonggac.notify;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.fetch.Outgoing;

import static org.assertj.core.api.Assertions.assertThat;

class MailCourierTest {

    private final GreenMail server = new GreenMail(
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final Outgoing outgoing = new Outgoing(List.of("127.0.0.1/32"),
            List.of("127.0.0.1 mail.example"), Optional.empty(), Duration.ofSeconds(5));

    @BeforeEach
    void start() {
        server.setUser("vonggac@example.gov.vn", "vonggac", "mật khẩu 1");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        outgoing.close();
    }

    private Delivery send(Means.Mail means, Telling telling) {
        return new MailCourier(outgoing, Duration.ofSeconds(5),
                (SSLSocketFactory) SSLSocketFactory.getDefault())
                .send(means, telling);
    }

    private Means.Mail means(String security, String account, String... to) {
        return new Means.Mail("mail.example", server.getSmtp().getPort(), security, account,
                account.isEmpty() ? "" : "mật khẩu 1", "vonggac@example.gov.vn", List.of(to));
    }

    static Telling telling(boolean opening) {
        return new Telling(opening ? "message.1" : "message.2", "incident.7", opening,
                opening ? "raised" : "update", Instant.parse("2026-01-05T01:00:00Z"),
                "[Vọng Gác #7] Cao: Cổng S1 bị cài nội dung", "Trang: hxxps[:]//s1[.]example/\n",
                "Vong Gac #7", "https://desk.example/incidents/7", Optional.empty());
    }

    @Test
    void aLetterArrivesInVietnameseAndItsUpdateBelongsToItsThread() throws MessagingException, IOException {
        assertThat(send(means("none", "", "an@example.gov.vn", "binh@example.gov.vn"), telling(true)))
                .isEqualTo(Delivery.SENT);
        assertThat(send(means("none", "", "an@example.gov.vn"), telling(false))).isEqualTo(Delivery.SENT);

        MimeMessage[] letters = server.getReceivedMessages();
        assertThat(letters).hasSize(3);
        assertThat(letters[0].getSubject()).isEqualTo("[Vọng Gác #7] Cao: Cổng S1 bị cài nội dung");
        assertThat(letters[0].getContent().toString()).contains("hxxps[:]//s1[.]example/");
        assertThat(letters[0].getMessageID()).isEqualTo("<vonggac.incident.7@example.gov.vn>");
        assertThat(letters[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letters[2].getMessageID()).isEqualTo("<vonggac.message.2@example.gov.vn>");
        assertThat(letters[2].getHeader("References")).containsExactly(letters[0].getMessageID());
    }

    @Test
    void aServerThatOffersNoEncryptionGetsNoLetterWhereItWasAskedFor() {
        assertThat(send(means("starttls", "vonggac", "an@example.gov.vn"), telling(true)))
                .isInstanceOfSatisfying(Delivery.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Delivery.Reason.TLS));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aPasswordAndALetterGoOverStarttlsToTheServerOfThatNameAlone(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        try (EncryptingServer front = new EncryptingServer(folder, "mail.example",
                server.getSmtp().getPort())) {
            Means.Mail means = new Means.Mail("mail.example", front.port(), "starttls", "vonggac",
                    "mật khẩu 1", "vonggac@example.gov.vn", List.of("an@example.gov.vn"));
            assertThat(send(means, telling(true))).isInstanceOfSatisfying(Delivery.Failed.class,
                    failed -> assertThat(failed.reason()).isEqualTo(Delivery.Reason.TLS));
            assertThat(server.getReceivedMessages()).isEmpty();

            MailCourier knows = new MailCourier(outgoing, Duration.ofSeconds(5), front.known());
            assertThat(knows.send(means, telling(true))).isEqualTo(Delivery.SENT);
            assertThat(front.encrypted()).isTrue();
            assertThat(server.getReceivedMessages()).hasSize(1);

            Means.Mail wrong = new Means.Mail("mail.example", front.port(), "starttls", "vonggac", "sai",
                    "vonggac@example.gov.vn", List.of("an@example.gov.vn"));
            assertThat(knows.send(wrong, telling(true))).isInstanceOfSatisfying(Delivery.Failed.class,
                    failed -> {
                        assertThat(failed.reason()).isEqualTo(Delivery.Reason.ACCOUNT);
                        assertThat(failed.detail()).doesNotContain("sai");
                    });
            assertThat(server.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void aCertificateOfAnotherNameIsNotBelieved(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        try (EncryptingServer front = new EncryptingServer(folder, "other.example",
                server.getSmtp().getPort())) {
            assertThat(new MailCourier(outgoing, Duration.ofSeconds(5), front.known())
                    .send(new Means.Mail("mail.example", front.port(), "starttls", "", "",
                            "vonggac@example.gov.vn", List.of("an@example.gov.vn")), telling(true)))
                    .isInstanceOfSatisfying(Delivery.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Delivery.Reason.TLS));
            assertThat(server.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void aServerInsideThatNobodyAllowedIsNotAsked() {
        try (Outgoing strict = new Outgoing(List.of(), List.of("127.0.0.1 mail.example"), Optional.empty(),
                Duration.ofSeconds(5))) {
            assertThat(new MailCourier(strict, Duration.ofSeconds(5),
                    (SSLSocketFactory) SSLSocketFactory.getDefault())
                    .send(means("none", "", "an@example.gov.vn"), telling(true)))
                    .isInstanceOfSatisfying(Delivery.Failed.class, failed -> {
                        assertThat(failed.reason()).isEqualTo(Delivery.Reason.ADDRESS);
                        assertThat(failed.detail()).contains("127.0.0.1");
                    });
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void nobodyToTellIsAFailureThatIsSaid() {
        assertThat(send(means("none", ""), telling(true)))
                .isEqualTo(new Delivery.Failed(Delivery.Reason.NOBODY, ""));
    }
}
