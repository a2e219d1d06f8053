package vn.vonggac.api;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.notify.Channels;
import vn.vonggac.portal.Scope;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.vonggac.api.Program.assertProblem;

/** Channels are kept by programs as at the desk; what is secret goes in and never comes out. */
class ChannelsApiTest {

    private static final String SECRET = "0123456789abcdef-khoá";
    private static final WireMockServer HEARS = new WireMockServer(
            WireMockConfiguration.options().dynamicPort());

    private static TestInstallation installation;
    private static Program program;

    @BeforeAll
    static void start() {
        HEARS.start();
        HEARS.stubFor(any(anyUrl()).willReturn(ok()));
        installation = TestInstallation.with(java.util.Map.of());
        program = Program.administrator(installation);
    }

    @AfterAll
    static void stop() {
        installation.close();
        HEARS.stop();
    }

    private static String webhook(String name, String secret, String least) {
        return "{\"name\":\"" + name + "\",\"kind\":\"webhook\",\"least\":\"" + least
                + "\",\"address\":\"http://127.0.0.1:" + HEARS.port() + "/rieng-tu\",\"secret\":\"" + secret
                + "\"}";
    }

    @Test
    void aChannelIsAddedTriedChangedAndRemovedAndItsSecretsAreShownNowhere() {
        HttpResponse<String> added = program.post("/channels", webhook("soc", SECRET, "high"));
        assertThat(added.statusCode()).isEqualTo(201);
        String one = "/channels/" + added.body().replaceAll("(?s).*\"id\":(\\d+).*", "$1");
        assertThat(added.body()).contains("\"target\":\"127.0.0.1\"", "\"state\":\"enabled\"");
        HttpResponse<String> tried = program.post(one + "/test", "");
        assertThat(tried.body()).contains("\"result\":\"sent\"");
        HEARS.verify(1, postRequestedFor(anyUrl()));

        String changed = webhook("soc 2", "", "low").replaceFirst("\"address\":\"[^\"]*\",", "");
        String version = program.get(one).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> now = program.send("PUT", one, changed, "If-Match", version);
        assertThat(now.statusCode()).isEqualTo(200);
        assertThat(now.body()).contains("soc 2", "\"least\":\"low\"");
        assertProblem(program.send("PUT", one, changed, "If-Match", version), 412, "changed-meanwhile");
        assertThat(program.post(one + "/test", "").body()).contains("\"result\":\"sent\"");
        HttpResponse<String> list = program.get("/channels");
        assertThat(list.body()).contains("\"total\":1", "soc 2");
        for (HttpResponse<String> answer : java.util.List.of(added, tried, now, list, program.get(one))) {
            assertThat(answer.body()).doesNotContain(SECRET, "rieng-tu");
        }

        assertThat(program.send("DELETE", one, "").statusCode()).isEqualTo(200);
        assertThat(installation.bean(Channels.class).list(Scope.EVERYTHING)).isEmpty();
        assertProblem(program.get(one), 404, "not-found");
        assertThat(installation.bean(Audit.class).count(new AuditFilter("", "notify.act.channel-change", "")))
                .isEqualTo(1);
    }

    @Test
    void aChannelIsDisabledAndEnabled() {
        String added = program.post("/channels", webhook("ban đêm", SECRET, "high")).body();
        String one = "/channels/" + added.replaceAll("(?s).*\"id\":(\\d+).*", "$1");
        assertThat(program.post(one + "/disable", "").body()).contains("\"state\":\"disabled\"");
        assertThat(program.get(one).body()).contains("\"state\":\"disabled\"");
        assertThat(program.post(one + "/enable", "").body()).contains("\"state\":\"enabled\"")
                .doesNotContain(SECRET);
        assertProblem(program.post("/channels/999/enable", ""), 404, "not-found");
        assertThat(program.send("DELETE", one, "").statusCode()).isEqualTo(200);
    }

    @Test
    void whatAKindOfChannelHasNotIsSaidAndNotLeftOutInSilence() {
        HttpResponse<String> refused = program.post("/channels",
                "{\"name\":\"x\",\"kind\":\"syslog\",\"address\":\"127.0.0.1:514\",\"secret\":\"" + SECRET
                        + "\",\"headers\":[\"A: b\"]}");
        assertProblem(refused, 422, "unprocessable-entity");
        assertThat(refused.body()).contains("\"field\":\"secret\"", "\"field\":\"headers\"")
                .doesNotContain(SECRET);
    }
}
