package vn.vonggac.account;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Problem;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** Who there is, how long that holds, and what an administrator can do about it. */
@EachDatabase
class PeopleTest {

    private static final String CHOSEN = "Con chó 4 chân sủa!";

    private final TestInstallation installation;
    private final People people;
    private final Accounts accounts;
    private final Sessions sessions;

    PeopleTest(TestInstallation installation) {
        this.installation = installation;
        people = installation.bean(People.class);
        accounts = installation.bean(Accounts.class);
        sessions = installation.bean(Sessions.class);
    }

    @Test
    void anAccountThatNobodyUsedForFortyFiveDaysIsDisabledWhenSomebodyTries() {
        Person used = somebody(Role.WEBMASTER).person();
        Person idle = somebody(Role.WEBMASTER).person();
        pass(Duration.ofDays(44));
        assertThat(signIn(used)).isInstanceOf(SignIn.Opened.class);
        pass(Duration.ofDays(2));
        assertThat(people.idle(idle)).isTrue();
        assertThat(signIn(idle)).isEqualTo(new SignIn.Wrong());
        assertThat(again(idle).disabled()).isTrue();
        assertThat(lines("account.act.idle", idle)).isEqualTo(1);
        assertThat(signIn(used)).isInstanceOf(SignIn.Opened.class);
        Outcome<Invited> back = people.enable(Scope.EVERYTHING, idle.id(), "an");
        accounts.join(((Outcome.Saved<Invited>) back).value().code(), new NewPassword(CHOSEN, CHOSEN), "x");
        assertThat(accounts.signIn(idle.signInName(), CHOSEN, "x")).isInstanceOf(SignIn.Opened.class);
    }

    @Test
    void anAccountThatNobodyUsesIsDisabledWithoutAnybodyTrying() {
        Person used = somebody(Role.WEBMASTER).person();
        Person idle = somebody(Role.WEBMASTER).person();
        pass(Duration.ofDays(44));
        assertThat(signIn(used)).isInstanceOf(SignIn.Opened.class);
        accounts.disableIdle();
        assertThat(again(idle).disabled()).isFalse();
        pass(Duration.ofDays(2));
        accounts.disableIdle();
        accounts.disableIdle();
        assertThat(again(idle).disabled()).isTrue();
        assertThat(again(used).disabled()).isFalse();
        assertThat(lines("account.act.idle", idle)).isEqualTo(1);
    }

    @Test
    void aWebmasterBelongsToAnAgency() {
        PersonDraft nowhere = new PersonDraft("chi.le", "Lê Văn Chi", "webmaster", "");
        assertThat(problems(people.invite(Scope.EVERYTHING, nowhere, "an")))
                .containsExactly("account.problem.own-agency");
    }

    @Test
    void aPasswordThatIsTooOldIsGoodForChoosingAnotherAndForNothingElse() {
        Person binh = somebody(Role.WEBMASTER).person();
        for (int month = 0; month < 6; month++) {
            pass(Duration.ofDays(30));
            assertThat(signedIn(binh).duty()).isEmpty();
        }
        pass(Duration.ofSeconds(1));
        assertThat(signedIn(binh).rights()).containsExactly(May.PASSWORD);
        assertThat(problems(accounts.changePassword(again(binh), TestInstallation.PASSWORD,
                new NewPassword(TestInstallation.PASSWORD, TestInstallation.PASSWORD), false)))
                .containsExactly("account.problem.same-password");
        accounts.changePassword(again(binh), TestInstallation.PASSWORD, new NewPassword(CHOSEN, CHOSEN),
                false);
        assertThat(accounts.signIn(binh.signInName(), CHOSEN, "x")).isInstanceOf(SignIn.Opened.class);
        assertThat(signedIn(binh).duty()).isEmpty();
    }

    @Test
    void aSessionLastsAsLongAsItsRoleMay() {
        String administrator = token(Role.ADMINISTRATOR);
        String webmaster = token(Role.WEBMASTER);
        pass(Duration.ofMinutes(6));
        assertThat(sessions.find(administrator)).as("five minutes").isEmpty();
        pass(Duration.ofMinutes(8));
        assertThat(sessions.find(webmaster)).isPresent();
        pass(Duration.ofMinutes(16));
        assertThat(sessions.find(webmaster)).as("a quarter of an hour").isEmpty();
        String busy = token(Role.WEBMASTER);
        for (int minutes = 0; minutes < 12 * 60; minutes += 10) {
            assertThat(sessions.find(busy)).as(minutes + " minutes").isPresent();
            pass(Duration.ofMinutes(10));
        }
        assertThat(sessions.find(busy)).as("half a day").isEmpty();
    }

    @Test
    void whoeverWasNotLookedAtForHalfAYearIsListedUntilSomebodyDid() {
        long office = agency();
        Person here = somebody(Role.WEBMASTER, "H23").person();
        Person elsewhere = somebody(Role.REVIEWER).person();
        Person gone = somebody(Role.WEBMASTER, "H23").person();
        people.disable(Scope.EVERYTHING, gone.id(), "an");
        pass(Duration.ofDays(180));
        assertThat(due(Scope.EVERYTHING)).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(due(Scope.EVERYTHING)).containsExactlyInAnyOrder(here.id(), elsewhere.id());
        assertThat(due(Scope.of(Set.of(office)))).containsExactly(here.id());
        assertThat(people.dueForReview(again(here))).isTrue();
        assertThat(people.dueForReview(again(gone))).as("may do nothing any more").isFalse();
        assertThat(people.reviewed(Scope.of(Set.of(office)), elsewhere.id(), "an"))
                .isInstanceOf(Outcome.Absent.class);
        people.reviewed(Scope.of(Set.of(office)), here.id(), "an");
        assertThat(due(Scope.EVERYTHING)).containsExactly(elsewhere.id());
        assertThat(lines("account.act.review", here)).isEqualTo(1);
        pass(Duration.ofDays(181));
        assertThat(due(Scope.of(Set.of(office)))).containsExactly(here.id());
    }

    @Test
    void whoMayDoSomethingElseSignsInAgainAndNobodyRaisesOrShutsOutThemselves() {
        String cookie = token(Role.REVIEWER);
        Person binh = sessions.find(cookie).orElseThrow().person();
        PersonDraft raised = new PersonDraft("", "Bình", "administrator", "");
        assertThat(problems(people.change(Scope.EVERYTHING, binh.id(), raised, binh.signInName())))
                .containsExactly("account.problem.oneself");
        assertThat(problems(people.disable(Scope.EVERYTHING, binh.id(), binh.signInName())))
                .containsExactly("account.problem.oneself");
        assertThat(people.inviteAgain(Scope.EVERYTHING, binh.id(), binh.signInName()))
                .as("a password without the old one").isInstanceOf(Outcome.Absent.class);
        assertThat(people.enable(Scope.EVERYTHING, binh.id(), binh.signInName()))
                .isInstanceOf(Outcome.Absent.class);
        people.change(Scope.EVERYTHING, binh.id(), new PersonDraft("", "Bình", "reviewer", ""), "an");
        assertThat(sessions.find(cookie)).as("another name is no other right").isPresent();
        people.change(Scope.EVERYTHING, binh.id(), new PersonDraft("", "Bình", "auditor", ""), "an");
        assertThat(sessions.find(cookie)).isEmpty();
    }

    @Test
    void aCodeIsGoodOnceForThreeDaysAndOnlyTheLastOne() {
        agency();
        PersonDraft draft = new PersonDraft("binh", "Bình", "webmaster", "H23");
        Invited first = ((Outcome.Saved<Invited>) people.invite(Scope.EVERYTHING, draft, "an")).value();
        Invited second = invitedAgain(first.person());
        assertThat(joins(first)).isFalse();
        pass(Duration.ofDays(3));
        assertThat(joins(second)).isFalse();
        Invited third = invitedAgain(first.person());
        assertThat(joins(third)).isTrue();
        assertThat(joins(third)).isFalse();
    }

    @Test
    void aDeviceIsSignedOutByItsOwnerAlone() {
        String one = token(Role.WEBMASTER);
        String other = token(Role.WEBMASTER);
        Person owner = sessions.find(one).orElseThrow().person();
        long id = sessions.devices(owner, one).stream().filter(Device::thisOne).findFirst().orElseThrow()
                .id();
        assertThat(sessions.closeDevice(sessions.find(other).orElseThrow().person(), id)).isFalse();
        assertThat(sessions.find(one)).isPresent();
        assertThat(sessions.closeDevice(owner, id)).isTrue();
        assertThat(sessions.find(one)).isEmpty();
        assertThat(installation.bean(Audit.class).count(new AuditFilter("", "account.act.device-close", "")))
                .isEqualTo(1);
    }

    private Invited invitedAgain(Person person) {
        return ((Outcome.Saved<Invited>) people.inviteAgain(Scope.EVERYTHING, person.id(), "an")).value();
    }

    private boolean joins(Invited invited) {
        return accounts.join(invited.code(), new NewPassword(CHOSEN, CHOSEN),
                "127.0.0.1") instanceof Outcome.Saved<Person>;
    }

    private long agency() {
        return ((Outcome.Saved<Agency>) installation.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft("H23", "Sở", "", "", "", "", "", "", "", "", ""), "test")).value().id();
    }

    private List<Long> due(Scope scope) {
        List<Long> due = people.due(scope, 10, 0).rows().stream().map(Person::id).toList();
        assertThat(people.due(scope, 1, 0).total()).isEqualTo(due.size());
        return due;
    }

    private String token(Role role) {
        return installation.signIn(role, "").split("=", 2)[1];
    }

    private SignedIn somebody(Role role) {
        return somebody(role, "");
    }

    private SignedIn somebody(Role role, String agency) {
        return sessions.find(installation.signIn(role, agency).split("=", 2)[1]).orElseThrow();
    }

    private SignedIn signedIn(Person person) {
        return sessions.find(accounts.again(again(person), "127.0.0.1")).orElseThrow();
    }

    private SignIn signIn(Person person) {
        return accounts.signIn(person.signInName(), TestInstallation.PASSWORD, "127.0.0.1");
    }

    private Person again(Person person) {
        return people.find(Scope.EVERYTHING, person.id()).orElseThrow();
    }

    private long lines(String action, Person about) {
        return installation.bean(Audit.class).count(new AuditFilter("", action, "person:" + about.id()));
    }

    private void pass(Duration time) {
        installation.time().pass(time);
    }

    private static List<String> problems(Outcome<?> outcome) {
        return ((Outcome.Rejected<?>) outcome).problems().stream().map(Problem::messageKey).toList();
    }
}
