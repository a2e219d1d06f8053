package vn.vonggac.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditEntry;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.Telephone;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class FactorsTest {

    private static final String PASSWORD = "Mat-khau-dai-2026";

    private final TestInstallation installation;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Factors factors;

    FactorsTest(TestInstallation installation) {
        this.installation = installation;
        accounts = installation.bean(Accounts.class);
        sessions = installation.bean(Sessions.class);
        factors = installation.bean(Factors.class);
    }

    @BeforeEach
    void setUp() {
        accounts.setUp(new Accounts.FirstAdministrator(accounts.newSetUpCode(), "An", "an.nguyen", PASSWORD,
                PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void codesAreThoseOfTheStandard(long second, String code) {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.code(secret, second / 30)).isEqualTo(code);
    }

    @Test
    void anAdministratorEnrolsBeforeAnythingElse() {
        SignIn.Opened opened = signIn();
        SignedIn known = sessions.find(opened.token()).orElseThrow();
        assertThat(known.duty()).contains(Duty.ENROLMENT);
        assertThat(known.rights()).containsExactly(May.ENROLMENT);
        assertThat(enrol(opened.person())).hasSize(10).doesNotHaveDuplicates();
        // the session from before is of no more use than it was
        assertThat(sessions.find(opened.token()).orElseThrow().rights()).containsExactly(May.FACTOR);
        assertThat(sessions.find(accounts.again(opened.person(), "")).orElseThrow().rights())
                .contains(May.PEOPLE);
    }

    @Test
    void fromThenOnAPasswordAloneOpensNothing() {
        Person an = signIn().person();
        enrol(an);
        installation.time().pass(Duration.ofMinutes(1));
        SignedIn half = sessions.find(signIn().token()).orElseThrow();
        assertThat(half.duty()).contains(Duty.FACTOR);
        assertThat(half.rights()).containsExactly(May.FACTOR);
        assertThat(factors.begin(an)).isEmpty();
    }

    @Test
    void aCodeIsGoodOnceAndNoOlderOneAfterIt() {
        Person an = signIn().person();
        String secret = secret(an);
        assertThat(factors.confirm(an, code(secret, 0))).isPresent();
        assertThat(factors.give(an, code(secret, 0))).isFalse();
        assertThat(factors.give(an, code(secret, 30))).isTrue();
        assertThat(factors.give(an, code(secret, 30))).isFalse();
        assertThat(factors.give(an, code(secret, 0))).isFalse();
        installation.time().pass(Duration.ofMinutes(1));
        assertThat(factors.give(an, code(secret, 0))).isTrue();
    }

    @Test
    void guessesAreCountedAndTheRightCodeComesTooLate() {
        Person an = signIn().person();
        String secret = secret(an);
        factors.confirm(an, code(secret, 0));
        installation.time().pass(Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++) {
            assertThat(factors.give(an, "00000" + i)).isFalse();
        }
        assertThat(factors.give(an, code(secret, 0))).isFalse();
        installation.time().pass(Duration.ofSeconds(61));
        assertThat(factors.give(an, code(secret, 0))).isTrue();
    }

    @Test
    void aRecoveryCodeIsGoodOnceAndForItsOwner() {
        Person an = signIn().person();
        List<String> codes = enrol(an);
        assertThat(factors.give(an, codes.get(3).toLowerCase(java.util.Locale.ROOT))).isTrue();
        assertThat(factors.give(an, codes.get(3))).isFalse();
        assertThat(factors.recoveriesLeft(an)).isEqualTo(9);
    }

    @Test
    void theSecretIsNotReadableInTheDatabase() {
        Person an = signIn().person();
        String secret = secret(an);
        String kept = installation.bean(FactorRows.class).findByPersonId(an.id()).orElseThrow().secret();
        assertThat(kept).doesNotContain(secret);
        assertThat(new String(java.util.Base64.getDecoder().decode(kept), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(org.bouncycastle.util.encoders.Base32.decode(secret),
                        StandardCharsets.ISO_8859_1));
        assertThat(new Enrolment(secret, "otpauth://" + secret).toString()).doesNotContain(secret);
    }

    @Test
    void whoLostEverythingEnrolsAnewAfterAReset() {
        Person an = signIn().person();
        String token = accounts.again(an, "");
        enrol(an);
        installation.bean(People.class).resetFactor(Scope.EVERYTHING, an.id(), "binh");
        assertThat(sessions.find(token)).isEmpty();
        assertThat(sessions.find(signIn().token()).orElseThrow().duty()).contains(Duty.ENROLMENT);
        assertThat(installation.bean(Audit.class).find(AuditFilter.EVERYTHING, 10, 0))
                .extracting(AuditEntry::action)
                .contains("account.act.factor", "account.act.factor-reset");
    }

    private SignIn.Opened signIn() {
        return (SignIn.Opened) accounts.signIn("an.nguyen", PASSWORD, "127.0.0.1");
    }

    private String secret(Person person) {
        return factors.begin(person).orElseThrow().secret();
    }

    private List<String> enrol(Person person) {
        return factors.confirm(person, code(secret(person), 0)).orElseThrow();
    }

    private String code(String secret, int later) {
        return Telephone.code(secret, installation.time().instant().plusSeconds(later));
    }
}
