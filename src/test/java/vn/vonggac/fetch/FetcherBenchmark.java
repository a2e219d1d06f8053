package vn.vonggac.fetch;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One exchange with all its evidence beside a bare GET of the same page with the same library. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FetcherBenchmark {

    static final Map<String, Object> UNPACED = Map.of("allow", List.of("127.0.0.1"), "pace.shortest", "0s",
            "pace.factor", "0", "pace.per-address", 1_000, "limits.hourly", Long.MAX_VALUE);

    private PageOrigin origin;
    private CloseableHttpClient client;
    private Fetcher fetcher;
    private Target target;
    private View view;

    @Setup
    public void start() {
        FetchConfig config = FetchConfig.with(UNPACED);
        origin = new PageOrigin();
        client = HttpClients.custom().build();
        fetcher = new Fetcher(config, InstantSource.system());
        target = Fetching.target("http://127.0.0.1:" + origin.port() + "/", origin.port());
        view = new Views(config).citizen();
    }

    @TearDown
    public void stop() throws IOException {
        fetcher.close();
        client.close();
        origin.close();
    }

    @Benchmark
    public byte[] bare() throws IOException {
        return client.execute(new HttpGet(target.url()),
                response -> EntityUtils.toByteArray(response.getEntity()));
    }

    @Benchmark
    public Fetched fetcher() {
        return (Fetched) fetcher.fetch(target, view);
    }
}
