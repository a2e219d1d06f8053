package vn.vonggac.web;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.account.LinkedIdentities;
import vn.vonggac.account.People;
import vn.vonggac.account.Person;
import vn.vonggac.account.PersonDraft;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in at an OpenID Connect provider, and everything that looks like it. */
class SingleSignOnTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static FakeProvider provider;
    private static RunningDesk desk;
    private static Person an;

    @BeforeAll
    static void start() {
        provider = new FakeProvider();
        desk = new RunningDesk(Map.of("vonggac.account.single-sign-on.issuer", provider.issuer(),
                "vonggac.account.single-sign-on.client-id", FakeProvider.CLIENT,
                "vonggac.account.single-sign-on.client-secret", FakeProvider.SECRET,
                "vonggac.account.single-sign-on.name", "Bình Minh ID"));
        desk.staff();
        an = desk.bean(People.class).list(Scope.EVERYTHING, 1, 0).rows().getFirst();
    }

    @AfterAll
    static void stop() {
        desk.close();
        provider.close();
    }

    @BeforeEach
    void link() {
        link("an@binhminh.example");
    }

    /** On the way: what the provider is asked, and what the browser keeps. */
    private record Departure(Map<String, String> asked, String cookie) {}

    @Test
    void whoIsLinkedComesInAndGivesTheFactorAsAlways() throws Exception {
        assertThat(get("/sign-in", "").body()).contains("Bình Minh ID");
        Departure way = depart("/portals");
        assertThat(way.asked()).containsEntry("response_type", "code").containsEntry("scope", "openid email")
                .containsEntry("client_id", FakeProvider.CLIENT)
                .containsEntry("code_challenge_method", "S256").containsKeys("state", "nonce");
        HttpResponse<String> came = arrive(way, provider::signed, claims -> claims);
        assertThat(came.statusCode()).isEqualTo(303);
        assertThat(came.headers().firstValue("Location")).hasValue("/portals");
        String session = came.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        assertThat(get("/portals", session).headers().firstValue("Location").orElse(""))
                .isIn("/factor", "/factor/enrol");
        assertThat(desk.bean(Audit.class).find(new AuditFilter("an", "account.act.sign-in", ""), 1, 0))
                .hasSize(1);
    }

    @Test
    void aTokenThatIsNotExactlyAsItShouldBeSaysNothing() throws Exception {
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong = new HashMap<>(Map.of(
                "another issuer", claims -> claims.issuer("https://other.example"), "another audience",
                claims -> claims.audience("somebody-else"), "for several, and not ours",
                claims -> claims.audience(List.of(FakeProvider.CLIENT, "other")), "another party",
                claims -> claims.claim("azp", "other"), "another nonce",
                claims -> claims.claim("nonce", "of another way"), "no nonce",
                claims -> claims.claim("nonce", null), "expired",
                claims -> claims.expirationTime(Date.from(now().minusSeconds(120))), "no end",
                claims -> claims.expirationTime(null), "from the future",
                claims -> claims.issueTime(Date.from(now().plusSeconds(3600))), "no subject",
                claims -> claims.subject(null)));
        wrong.put("an address that was not verified", claims -> claims.claim("email_verified", false));
        wrong.put("an address that is verified in words only",
                claims -> claims.claim("email_verified", "true"));
        wrong.put("somebody who is not linked", claims -> claims.claim("email", "binh@binhminh.example"));
        for (var way : wrong.entrySet()) {
            isRefused(way.getKey(), arrive(depart("/"), provider::signed, way.getValue()));
        }
        Map<String, BiFunction<FakeProvider, JWTClaimsSet, String>> signatures = Map.of("unsigned",
                FakeProvider::unsigned, "signed by another", FakeProvider::signedByAnother,
                "signed with the public key", FakeProvider::signedWithThePublicKey, "cut",
                (from, claims) -> from.signed(claims).replaceAll("\\.[^.]*$", "."), "no token",
                (from, claims) -> "x");
        for (var way : signatures.entrySet()) {
            isRefused(way.getKey(), arrive(depart("/"),
                    claims -> way.getValue().apply(provider, claims), claims -> claims));
        }
        assertThat(arrive(depart("/"), provider::signed, claims -> claims).statusCode()).isEqualTo(303);
    }

    @Test
    void onlyTheBrowserThatSetOutComesBackOnceAndInTime() throws Exception {
        Departure one = depart("/");
        Departure other = depart("/");
        String code = code(one, claims -> claims);
        isRefused("another browser's cookie", back(other.cookie(), one.asked().get("state"), code));
        isRefused("no cookie", back("", one.asked().get("state"), code));
        isRefused("another state", back(one.cookie(), other.asked().get("state"), code));
        isRefused("a code of another way", back(other.cookie(), other.asked().get("state"), code));
        String good = code(one, claims -> claims);
        assertThat(back(one.cookie(), one.asked().get("state"), good).statusCode()).isEqualTo(303);
        isRefused("the same code again", back(one.cookie(), one.asked().get("state"), good));
        Departure late = depart("/");
        desk.pass(java.time.Duration.ofMinutes(11));
        isRefused("too late", arrive(late, provider::signed, claims -> claims));
    }

    @Test
    void whoIsGivenTheAddressLaterIsSomebodyElse() throws Exception {
        assertThat(arrive(depart("/"), provider::signed, claims -> claims).statusCode()).isEqualTo(303);
        isRefused("another subject",
                arrive(depart("/"), provider::signed, claims -> claims.subject("s-2")));
        assertThat(arrive(depart("/"), provider::signed, claims -> claims.claim("email", "moi@x.example"))
                .statusCode()).isEqualTo(303);
        link("s-9");
        isRefused("the old subject", arrive(depart("/"), provider::signed, claims -> claims));
        assertThat(arrive(depart("/"), provider::signed, claims -> claims.subject("s-9")).statusCode())
                .isEqualTo(303);
        link("");
        isRefused("unlinked", arrive(depart("/"), provider::signed, claims -> claims.subject("s-9")));
    }

    @Test
    void nobodyHasTwoAccountsAndADisabledOneOpensToNobody() throws Exception {
        People people = desk.bean(People.class);
        long binh = ((Outcome.Saved<vn.vonggac.account.Invited>) people.invite(Scope.EVERYTHING,
                new PersonDraft("binh.le", "Bình", "auditor", ""), "an")).value().person()
                .id();
        assertThat(desk.bean(LinkedIdentities.class).link(Scope.EVERYTHING, binh, "AN@binhminh.example",
                "an")).isInstanceOf(Outcome.Rejected.class);
        desk.bean(LinkedIdentities.class).link(Scope.EVERYTHING, binh, "s-77", "an");
        isRefused("never came in with the code",
                arrive(depart("/"), provider::signed, claims -> claims.subject("s-77")));
        people.disable(Scope.EVERYTHING, binh, "an");
        isRefused("disabled", arrive(depart("/"), provider::signed, claims -> claims.subject("s-77")));
    }

    @Test
    void withoutAProviderThereIsNoSuchWay() throws Exception {
        try (RunningDesk plain = new RunningDesk()) {
            plain.staff();
            HttpRequest request = HttpRequest.newBuilder(URI.create(plain.address() + "/sign-in/sso"))
                    .build();
            assertThat(BROWSER.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(404);
        }
    }

    private static void link(String identity) {
        assertThat(desk.bean(LinkedIdentities.class).link(Scope.EVERYTHING, an.id(), identity, "test"))
                .isInstanceOf(Outcome.Saved.class);
    }

    private static Instant now() {
        return desk.now();
    }

    private static Departure depart(String to) throws Exception {
        HttpResponse<String> sent = get("/sign-in/sso?to=" + to, "");
        assertThat(sent.statusCode()).isEqualTo(303);
        String location = sent.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(provider.issuer() + "/authorize?");
        String cookie = sent.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax");
        return new Departure(FakeProvider.fields(URI.create(location).getRawQuery()), cookie.split(";")[0]);
    }

    private static HttpResponse<String> arrive(Departure way,
            java.util.function.Function<JWTClaimsSet, String> sign,
            UnaryOperator<JWTClaimsSet.Builder> say) throws Exception {
        JWTClaimsSet claims = say.apply(provider.claims(way.asked().get("nonce"), now())).build();
        String code = provider.code(way.asked().get("code_challenge"), sign.apply(claims));
        return back(way.cookie(), way.asked().get("state"), code);
    }

    private static String code(Departure way, UnaryOperator<JWTClaimsSet.Builder> say) {
        JWTClaimsSet claims = say.apply(provider.claims(way.asked().get("nonce"), now())).build();
        return provider.code(way.asked().get("code_challenge"), provider.signed(claims));
    }

    private static HttpResponse<String> back(String cookie, String state, String code) throws Exception {
        return get("/sign-in/sso/return?state=" + state + "&code=" + code, cookie);
    }

    private static void isRefused(String why, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(why).isEqualTo(422);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).as(why)
                .doesNotContain("vonggac-session");
        assertThat(answer.body()).as(why).contains("nhà cung cấp không xác nhận");
    }

    private static HttpResponse<String> get(String path, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk.address() + path))
                .header("Accept-Language", "vi");
        return BROWSER.send((cookie.isEmpty() ? request : request.header("Cookie", cookie)).build(),
                BodyHandlers.ofString());
    }
}
