package vn.vonggac.demo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one server on loopback that is every host of the province. */
final class Stage implements AutoCloseable {

    private static final int UNAVAILABLE = 503;
    private static final int THREADS = 48;

    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options()
            .bindAddress("127.0.0.1").dynamicPort().containerThreads(THREADS)
            .asynchronousResponseEnabled(true)
            .asynchronousResponseThreads(THREADS).disableRequestJournal().gzipDisabled(true)
            .extensions(new Playing()));
    private volatile @Nullable Function<Ask, Answer> province;

    /** Opens, and answers nothing yet. */
    int open() {
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
        return server.port();
    }

    void play(Function<Ask, Answer> answers) {
        province = answers;
    }

    /** Hands every request to the province. */
    private final class Playing implements ResponseDefinitionTransformerV2 {

        @Override
        public String getName() {
            return "province";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            Function<Ask, Answer> playing = province;
            return playing == null
                    ? ResponseDefinitionBuilder.responseDefinition().withStatus(UNAVAILABLE).build()
                    : response(playing.apply(ask(event.getRequest())));
        }
    }

    private static Ask ask(Request request) {
        return new Ask(request.getHost().toLowerCase(Locale.ROOT), request.getUrl(),
                Objects.toString(request.getHeader("User-Agent"), ""),
                Objects.toString(request.getHeader("Referer"), ""));
    }

    private static ResponseDefinition response(Answer answer) {
        ResponseDefinitionBuilder response = ResponseDefinitionBuilder.responseDefinition()
                .withStatus(answer.status()).withBody(answer.body())
                .withFixedDelay((int) answer.delay().toMillis());
        answer.headers().forEach(response::withHeader);
        return response.build();
    }

    @Override
    public void close() {
        server.stop();
    }
}
