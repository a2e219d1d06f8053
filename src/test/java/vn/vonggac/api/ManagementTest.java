package vn.vonggac.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class ManagementTest {

    private final URI desk;
    private final URI management;

    ManagementTest(TestInstallation installation) {
        desk = installation.address();
        management = URI.create("http://127.0.0.1:"
                + installation.context().getRequiredProperty("vonggac.http.management-port", Integer.class));
    }

    @Test
    void healthSaysDatabaseDiskAndSchemaOnItsOwnPort() throws Exception {
        assertThat(get(management, "/health").body()).contains("\"status\":\"UP\"", "\"diskSpace\"",
                "\"schema\"", "\"version\":\"1.").doesNotContain("jdbc:", "iscovery");
        assertThat(get(management, "/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get(management, "/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void metricsAreAsPrometheusReadsThem() throws Exception {
        assertThat(get(management, "/metrics").body()).contains("# TYPE jvm_memory_used_bytes gauge");
    }

    @Test
    void neitherIsOnTheDesksPort() throws Exception {
        assertThat(get(desk, "/health").statusCode()).isNotEqualTo(200);
        assertThat(get(desk, "/metrics").body()).doesNotContain("jvm_memory");
    }

    @Test
    void everyAnswerNamesItsRequest() throws Exception {
        String one = get(desk, "/api/v1/portals").headers().firstValue("X-Request-Id").orElse("");
        String other = get(desk, "/api/v1/portals").headers().firstValue("X-Request-Id").orElse("");
        assertThat(one).matches("[0-9a-f]{12}").isNotEqualTo(other);
    }

    private static HttpResponse<String> get(URI at, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(at.resolve(path)).build(),
                BodyHandlers.ofString());
    }
}
