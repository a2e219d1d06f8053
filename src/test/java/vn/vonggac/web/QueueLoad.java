package vn.vonggac.web;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** How long the queue takes to come with thousands of incidents open, asked for as a browser does. */
final class QueueLoad {

    private static final int ASKED = 40;
    private static final List<String> PATHS = List.of("/incidents", "/incidents?page=100",
            "/incidents?severity=critical&unread=1", "/incidents?agency=2&kind=defacement", "/incidents/1",
            "/");

    private static final List<String> INSERTS = List.of(
            """
                    INSERT INTO incident (portal_id, kind, kinds, status, resolution, severity, severity_held, gravity,
                      inhibited_by, intermittent, assignee, level, score, t0, last_seen, grew_at, sightings,
                      clean_rounds, pages, first_page)
                    SELECT mod(x, 60) + 1, 'PLANTED_CONTENT', 'PLANTED_CONTENT\n', 'OPEN', '',
                      CASE mod(x, 4) WHEN 0 THEN 'CRITICAL' ELSE 'HIGH' END, FALSE, 'ORDINARY', '', FALSE, '',
                      'COMPROMISED', 0.98, dateadd('MINUTE', x, TIMESTAMP WITH TIME ZONE '2025-12-01 00:00:00+00'),
                      TIMESTAMP WITH TIME ZONE '2025-12-30 00:00:00+00',
                      TIMESTAMP WITH TIME ZONE '2025-12-30 00:00:00+00', 3, '', 1, 'https://xa.example/tin/' || x""",
            """
                    INSERT INTO incident_page (incident_id, url, url_hash, first_seen, last_seen)
                    SELECT x, 'https://xa.example/tin/' || x, 'hash' || x,
                      TIMESTAMP WITH TIME ZONE '2025-12-30 00:00:00+00',
                      TIMESTAMP WITH TIME ZONE '2025-12-30 00:00:00+00'""",
            "INSERT INTO incident_mark (incident_id, kind, mark) SELECT x, 'domain', 'd' || mod(x, 500) || '.example'",
            """
                    INSERT INTO incident_evidence (incident_id, page, at, detector, family, severity,
                      confidence, view, path, line, quote, message, arguments, hosts)
                    SELECT x, 'https://xa.example/tin/' || x,
                      TIMESTAMP WITH TIME ZONE '2025-12-30 00:00:00+00', 'hidden-link', 'LINK', 'HIGH', 0.97,
                      'search-engine', 'html > body', 1, 'nhà cái uy tín', 'detector.hidden-link',
                      '1\nkubet.example\n', 'kubet.example\n'""",
            """
                    INSERT INTO incident_step (incident_id, at, actor, deed, note)
                    SELECT x, TIMESTAMP WITH TIME ZONE '2025-12-30 00:00:00+00', 'vonggac', 'RAISED', ''""");

    private QueueLoad() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int incidents = Integer.parseInt(arguments[0]);
        try (RunningDesk desk = new RunningDesk(); HttpClient client = HttpClient.newHttpClient()) {
            desk.staff();
            desk.furnish();
            raise(desk, incidents);
            String cookie = desk.cookie();
            System.out.println("page\tmedian ms\t95 %\tmost");
            for (String path : PATHS) {
                List<Long> times = times(client, URI.create(desk.address()).resolve(path), cookie);
                System.out.println(path + "\t" + times.get(ASKED / 2) + "\t" + times.get(ASKED * 95 / 100)
                        + "\t" + times.getLast());
            }
        }
    }

    /** Written as the service would have, without the visits of two years. */
    private static void raise(RunningDesk desk, int incidents) throws SQLException {
        DataSource source = DelegatingDataSource.unwrapDataSource(desk.bean(DataSource.class));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String insert : INSERTS) {
                statement.execute(insert + " FROM system_range(1, " + incidents + ") AS numbers(x)");
            }
        }
    }

    private static List<Long> times(HttpClient client, URI address, String cookie)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).header("Cookie", cookie)
                .header("Accept-Language", "vi").build();
        Long[] times = new Long[ASKED];
        for (int i = -ASKED; i < ASKED; i++) {
            long begun = System.nanoTime();
            int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
            if (status != 200) {
                throw new IllegalStateException(address + " answered " + status);
            }
            times[Math.max(0, i)] = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        }
        return List.of(times).stream().sorted().toList();
    }
}
