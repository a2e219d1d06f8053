package vn.vonggac.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every bad behaviour gives the right sealed result in time, and costs the next exchange nothing. */
class HostileOriginTest {

    /** Other tests of the same run keep services with fetchers of their own. */
    private static final Set<Thread> OTHERS = Set.copyOf(Thread.getAllStackTraces().keySet());
    private static final Duration DEADLINE = Duration.ofMillis(1500);
    private static final FetchConfig CONFIG = FetchConfig.with(Map.of("allow", List.of("127.0.0.1"),
            "limits.deadline", DEADLINE, "limits.first-byte", "500ms", "limits.received", 1 << 20,
            "limits.decoded", 4 << 20, "limits.ratio", 100, "pace.shortest", "0s", "pace.factor", "0",
            "pace.failures", 1000));
    private static final HostileOrigin ORIGIN = new HostileOrigin();
    private static final Fetcher FETCHER = new Fetcher(CONFIG, InstantSource.system());
    private static final View CITIZEN = new Views(CONFIG).citizen();

    @AfterAll
    static void nothingIsLeft() throws InterruptedException {
        assertThat(FETCHER.open()).isZero();
        FETCHER.close();
        ORIGIN.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("fetch-") && !OTHERS.contains(thread)) {
                assertThat(thread.join(Duration.ofSeconds(2))).as(thread.getName()).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0} fails as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            close                   | CONNECTION_LOST
            reset                   | CONNECTION_LOST
            silent                  | FIRST_BYTE_TIMEOUT
            reset-mid-head          | CONNECTION_LOST
            close-mid-head          | CONNECTION_LOST
            drip-head               | DEADLINE
            headers-without-end     | HEADERS_TOO_LARGE
            header-line-without-end | HEADERS_TOO_LARGE
            header-lines-long       | HEADERS_TOO_LARGE
            empty-lines             | HEADERS_TOO_LARGE
            no-http                 | MALFORMED
            ssh                     | MALFORMED
            noise                   | MALFORMED
            status-text             | MALFORMED
            status-99               | MALFORMED
            http2                   | MALFORMED
            interim-flood           | INTERIM_FLOOD
            switching               | MALFORMED
            unasked-304             | UNASKED_NOT_MODIFIED
            length-negative         | MALFORMED
            length-text             | MALFORMED
            """)
    void noUsableAnswer(String behaviour, Failed.Cause cause) {
        assertThat(fetch(behaviour)).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.cause()).isEqualTo(cause));
    }

    @ParameterizedTest(name = "{0} is cut by {1}")
    @CsvSource(delimiter = '|', textBlock = """
            reset-mid-body         | CONNECTION_LOST  | <p>part
            close-mid-body         | CONNECTION_LOST  | <p>part
            stall-mid-body         | DEADLINE         | <p>part
            drip-body              | DEADLINE         | xxxxx
            length-huge            | CONNECTION_LOST  | <p>part
            chunk-not-hex          | MALFORMED        | <p>ab
            chunk-too-large        | CONNECTION_LOST  | <p>abhello
            chunk-overflow         | MALFORMED        | <p>ab
            chunk-without-line-end | MALFORMED        | <p>ab
            chunk-extension        | MALFORMED        | ''
            chunks-without-end     | RECEIVED_LIMIT   | aaaaa
            trailers-without-end   | MALFORMED        | <p>ab
            body-without-end       | RECEIVED_LIMIT   | aaaaa
            bomb-gzip              | RATIO            | ''
            bomb-deflate           | RATIO            | ''
            bomb-brotli            | RATIO            | ''
            bomb-zstd              | RATIO            | ''
            encoding-nested        | ENCODING_REFUSED | ''
            encoding-unknown       | ENCODING_REFUSED | ''
            encoding-lie           | MALFORMED        | <!doctype html>
            encoding-lie-brotli    | MALFORMED        | ''
            gzip-broken            | MALFORMED        | <p>abc
            zstd-window            | MALFORMED        | ''
            """)
    void partThatCameIsKept(String behaviour, Body.Cut cut, String start) {
        assertThat(fetch(behaviour)).isInstanceOfSatisfying(Fetched.class, fetched -> {
            assertThat(fetched.body().cut()).contains(cut);
            assertThat(new String(fetched.body().decoded(), StandardCharsets.UTF_8)).startsWith(start);
            assertThat(fetched.body().received().length).isLessThanOrEqualTo(1 << 20);
            assertThat(fetched.body().decoded().length).isLessThanOrEqualTo(4 << 20);
        });
    }

    @ParameterizedTest(name = "{0} is read")
    @CsvSource(delimiter = '|', textBlock = """
            good                 | 200 | HTML   | Xin chào
            gzip                 | 200 | HTML   | Xin chào
            early-hints          | 200 | HTML   | Xin chào
            header-injection     | 200 | HTML   | hi
            header-without-colon | 200 | HTML   | hi
            header-folded        | 200 | HTML   | hi
            header-utf8          | 200 | HTML   | hi
            length-short         | 200 | HTML   | <p>part
            length-and-chunked   | 200 | HTML   | hi
            redirect-large       | 200 | HTML   | Xin chào
            redirect-nowhere     | 302 | TEXT   | hi
            redirect-cookie      | 200 | HTML   | hi
            refresh              | 200 | HTML   | hi
            empty                | 200 | EMPTY  | ''
            no-content           | 204 | EMPTY  | ''
            binary-as-html       | 200 | BINARY | ''
            pdf-as-html          | 200 | PDF    | %PDF
            html-as-pdf          | 200 | HTML   | <html>
            charset-unknown      | 200 | HTML   | Cổng thông tin
            charset-wrong        | 200 | HTML   | Cổng thông tin
            bom-utf16            | 200 | HTML   | Cổng thông tin
            cookies              | 200 | TEXT   | hi
            close-kept           | 200 | HTML   | Xin chào
            answer-twice         | 200 | HTML   | Xin chào
            """)
    void oddAnswerIsReadAllTheSame(String behaviour, int status, MediaKind kind, String text) {
        assertThat(fetch(behaviour)).isInstanceOfSatisfying(Fetched.class, fetched -> {
            assertThat(fetched.status()).isEqualTo(status);
            assertThat(fetched.body().kind()).isEqualTo(kind);
            assertThat(fetched.body().cut()).isEmpty();
            assertThat(fetched.body().text().text()).contains(text);
        });
    }

    @ParameterizedTest(name = "{0} is refused: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            redirect-endless   | TOO_MANY_REDIRECTS | http
            redirect-itself    | REDIRECT_LOOP      | http
            redirect-circle    | REDIRECT_LOOP      | http
            redirect-private   | GATE               | private 10.0.0.1
            redirect-metadata  | GATE               | cloud metadata 169.254.169.254
            redirect-file      | GATE               | scheme
            redirect-script    | GATE               | scheme
            redirect-port      | GATE               | port 22
            redirect-userinfo  | GATE               | user information
            redirect-backslash | GATE               | backslash
            redirect-decimal   | GATE               | numeric host
            """)
    void redirectIsNotFollowed(String behaviour, Refused.Reason reason, String detail) {
        assertThat(fetch(behaviour)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.detail()).startsWith(detail);
        });
    }

    @Test
    void noAnswerOfOneExchangeIsTakenForTheNextOnes() {
        fetch("answer-twice");
        assertThat(fetch("good")).isInstanceOfSatisfying(Fetched.class,
                fetched -> assertThat(fetched.body().text().text()).contains("Xin chào")
                        .doesNotContain("poison"));
    }

    private static FetchResult fetch(String behaviour) {
        long start = System.nanoTime();
        FetchResult result = FETCHER.fetch(target(behaviour), CITIZEN);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusMillis(1000));
        assertThat(FETCHER.open()).isZero();
        assertThat(FETCHER.fetch(target("good"), CITIZEN)).isInstanceOf(Fetched.class);
        return result;
    }

    private static Target target(String behaviour) {
        return Fetching.target(ORIGIN.url(behaviour), ORIGIN.port());
    }
}
