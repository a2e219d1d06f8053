package vn.vonggac.api;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.account.AccessTokenDraft;
import vn.vonggac.account.AccessTokens;
import vn.vonggac.account.IssuedToken;
import vn.vonggac.account.May;
import vn.vonggac.account.Role;
import vn.vonggac.account.Sessions;
import vn.vonggac.account.SignedIn;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vonggac.api.Program.assertProblem;

/** Programs with a token, over the network. */
@EachDatabase
class TokensTest {

    private static final String CHECK = "{\"text\":\"Thông báo họp\"}";

    private final TestInstallation installation;
    private final AccessTokens tokens;
    private Program an;

    TokensTest(TestInstallation installation) {
        this.installation = installation;
        tokens = installation.bean(AccessTokens.class);
    }

    @BeforeEach
    void furnish() {
        an = Program.administrator(installation);
        an.post("/agencies", "{\"code\":\"H23\",\"name\":\"Tỉnh\"}");
        an.post("/agencies", "{\"code\":\"K01\",\"name\":\"Ở Xa\"}");
        an.post("/portals", "{\"name\":\"Gần\",\"home\":\"gan.example\",\"agency\":\"H23\"}");
        an.post("/portals", "{\"name\":\"Xa\",\"home\":\"xa.example\",\"agency\":\"K01\"}");
    }

    @Test
    void aProgramWithATokenNeedsNeitherPasswordNorFactor() {
        Program program = program(owner(), "H23", May.READ);
        assertThat(program.get("/portals").body()).contains("gan.example").doesNotContain("xa.example");
        assertThat(program.get("/session").body()).contains("\"owes\":\"\"");
        assertProblem(program.post("/agencies", "{\"code\":\"B\",\"name\":\"B\"}"), 403, "forbidden");
        assertProblem(program.post("/checks", CHECK), 403, "forbidden");
        assertProblem(program.send("DELETE", "/session", ""), 403, "forbidden");
    }

    @Test
    void aWrongOneIsNobodyWhateverElseIsSent() {
        String cookie = installation.signIn("an", Program.PASSWORD);
        assertProblem(Program.bearing(installation, "vg_nothing").get("/portals"), 401, "unauthorized");
        assertProblem(Program.holding(installation, cookie).send("GET", "/portals", "", "Authorization",
                "Bearer vg_nothing"), 401, "unauthorized");
        assertThat(Program.holding(installation, cookie).get("/portals").statusCode()).isEqualTo(200);
    }

    @Test
    void itIsOverWithItsDay() {
        Program program = program(owner(), "", May.READ);
        assertThat(program.get("/portals").statusCode()).isEqualTo(200);
        installation.time().pass(Duration.ofDays(30));
        assertProblem(program.get("/portals"), 401, "unauthorized");
    }

    @Test
    void theCodeOfAScreenOpensNothingOverRest() {
        String code = ((Outcome.Saved<IssuedToken>) tokens.issueDisplay(owner(),
                new AccessTokenDraft("tường", Set.of(), "H23", "365"))).value().secret();
        assertProblem(Program.bearing(installation, code).get("/portals"), 403, "forbidden");
    }

    private SignedIn owner() {
        String cookie = installation.signIn(Role.ADMINISTRATOR, "");
        return installation.bean(Sessions.class).find(cookie.split("=", 2)[1]).orElseThrow();
    }

    private Program program(SignedIn owner, String agency, String... rights) {
        Outcome<IssuedToken> issued = tokens.issue(owner,
                new AccessTokenDraft("ci", Set.of(rights), agency, "30"));
        return Program.bearing(installation, ((Outcome.Saved<IssuedToken>) issued).value().secret());
    }
}
