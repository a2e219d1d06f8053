package vn.vonggac.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists of stolen passwords, tried over the network from a thousand addresses as a listed proxy forwards them. */
class StuffingTest {

    private static final int ADDRESSES = 1000;
    private static final int RIGHT = 500;
    private static final int AT_ONCE = 4;
    private static final int LET_IN = 303;

    @AutoClose
    private final RunningDesk desk = new RunningDesk(Map.of("vonggac.http.proxies", List.of("127.0.0.1")));
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aThousandAddressesTryFivePasswordsAndNotTheRightOne() throws Exception {
        desk.staff();
        List<Callable<String>> attempts = IntStream.range(0, ADDRESSES).<Callable<String>>mapToObj(
                i -> () -> answer("an", i == RIGHT ? RunningDesk.PASSWORD : "Mat-khau-lo-" + i, address(i)))
                .toList();
        try (ExecutorService many = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<String> answer : many.invokeAll(attempts)) {
                assertThat(answer.get()).isNotEqualTo("in");
            }
        }
        // what was compared is on the trail, each with its address; the rest was told to come later
        assertThat(lines("account.act.sign-in-failed")).isEqualTo(5);
        assertThat(lines("account.act.sign-in")).isZero();

        desk.pass(Duration.ofSeconds(61));
        assertThat(answer("an", RunningDesk.PASSWORD, address(ADDRESSES))).isEqualTo("in");
    }

    @Test
    void aThousandNamesAreTriedFromOneAddressTwentyTimesAndNobodyElseIsKeptOut() throws Exception {
        desk.staff();
        for (int i = 0; i < 50; i++) {
            assertThat(answer("name" + i, "Mat-khau-lo-" + i, "203.0.113.7"))
                    .isEqualTo(i < 19 ? "wrong" : "locked");
        }
        assertThat(answer("an", RunningDesk.PASSWORD, "203.0.113.7")).isEqualTo("locked");
        assertThat(answer("an", RunningDesk.PASSWORD, "203.0.113.8")).isEqualTo("in");
    }

    private static String address(int number) {
        return "198.51." + number / 250 + "." + (number % 250 + 1);
    }

    private long lines(String action) {
        return desk.bean(Audit.class).count(new AuditFilter("an", action, ""));
    }

    private String answer(String name, String password, String address)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(HttpRequest
                .newBuilder(URI.create(desk.address() + "/sign-in")).header("X-Forwarded-For", address)
                .header("Accept-Language", "en").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=" + name + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                .build(), BodyHandlers.ofString());
        return answer.statusCode() == LET_IN ? "in" : answer.body().contains("Too many") ? "locked" : "wrong";
    }
}
