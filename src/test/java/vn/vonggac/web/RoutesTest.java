package vn.vonggac.web;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.vonggac.account.May;
import vn.vonggac.account.People;
import vn.vonggac.account.PersonDraft;
import vn.vonggac.account.Role;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every route there is, as the router knows it, tried by every role, by nobody, and by somebody of another agency. A
 * new route is in here by itself; one that does not say what it asks for is red.
 */
class RoutesTest {

    /** What is open to everybody: the way in, and how the desk looks. */
    private static final Set<String> OPEN = Set.of("GET /setup", "POST /setup", "GET /join", "POST /join",
            "GET /sign-in", "POST /sign-in", "POST /sign-out", "GET /look/language/{language}",
            "GET /look/theme/{theme}",
            "GET /sign-in/sso", "GET /sign-in/sso/return", "GET /wallboard/open", "POST /wallboard/open",
            "POST /api/v1/session", "GET /api/v1/problems");

    /** What somebody of another agency gets for what is not theirs, and for a list of their own. */
    private static final String FOREIGN = "1";
    private static final List<String> FOREIGN_WORDS = List.of("binhminh", "Bình Minh", "Sở Xây dựng",
            "Nguyễn Thị An");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Map<Role, String> COOKIES = new EnumMap<>(Role.class);
    private static final Map<Role, String> STRANGERS = new EnumMap<>(Role.class);
    private static RunningDesk desk;

    @BeforeAll
    static void start() {
        desk = new RunningDesk();
        desk.staff();
        desk.furnish();
        desk.elsewhere();
        for (Role role : Role.values()) {
            COOKIES.put(role, desk.cookie(role, ""));
            STRANGERS.put(role, desk.cookie(role, "K01"));
        }
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private record Route(HttpMethod method, String path, String consumes, Set<String> rights) {

        static Route of(UriRouteInfo<?, ?> route) {
            AnnotationMetadata metadata = route.getTargetMethod().getAnnotationMetadata();
            return new Route(route.getHttpMethod(), route.getUriMatchTemplate().toPathString(),
                    route.getConsumes().stream().map(MediaType::toString).findFirst().orElse(""),
                    Set.of(metadata.getValue(Secured.class, String[].class).orElse(new String[0])));
        }

        boolean isOpen() {
            return OPEN.contains(this.toString());
        }

        boolean isFor(Role role) {
            return isOpen() || rights.stream().anyMatch(role.rights()::contains);
        }

        String at(String id) {
            return path.replace("/{language}", "/vi").replace("/{theme}", "/auto")
                    .replaceAll("\\{[^}]*}", id);
        }

        boolean isMultipart() {
            return consumes.startsWith("multipart/");
        }

        boolean isApi() {
            return path.startsWith("/api/");
        }

        boolean namesOne() {
            return path.contains("{id}");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static List<Route> routes() {
        return desk.bean(Router.class).uriRoutes()
                .filter(route -> route.getTargetMethod().getDeclaringType().getName()
                        .startsWith("vn.vonggac"))
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .filter(route -> !route.getUriMatchTemplate().toPathString().equals("/metrics"))
                .map(Route::of).distinct()
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method)).toList();
    }

    @Test
    void everyRouteSaysWhatItAsksFor() throws IllegalAccessException {
        Set<String> known = rights();
        assertThat(routes()).hasSizeGreaterThan(45);
        for (Route route : routes()) {
            if (!route.isOpen()) {
                assertThat(route.rights()).as(route + " asks for a right of May").isNotEmpty()
                        .isSubsetOf(known);
            }
            if (route.method() != HttpMethod.GET && !route.isOpen()) {
                assertThat(route.rights()).as(route + " changes something").doesNotContain(May.READ);
            }
        }
        assertThat(routes().stream().map(Route::toString)).containsAll(OPEN);
    }

    private static Set<String> rights() throws IllegalAccessException {
        Set<String> rights = new TreeSet<>();
        for (Field field : May.class.getFields()) {
            rights.add((String) field.get(null));
        }
        return rights;
    }

    @Test
    void theTableOfRoutesAndRoles() {
        String head = String.format("%-7s%-44s%s", "", "",
                Arrays.stream(Role.values()).map(role -> String.format("%-15s", role.word()))
                        .collect(Collectors.joining()));
        System.out.println(head);
        for (Route route : routes()) {
            System.out.println(String.format("%-7s%-44s%s", route.method(), route.path(),
                    Arrays.stream(Role.values())
                            .map(role -> String.format("%-15s", route.isFor(role) ? "yes" : "-"))
                            .collect(Collectors.joining())));
        }
        assertThat(head).contains("auditor");
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsIn() {
        return routes().stream().filter(route -> !route.isOpen())
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    Answer answer = send(route, "1", "");
                    assertThat(answer.status()).isEqualTo(route.isApi() ? 401 : 303);
                    if (!route.isApi()) {
                        assertThat(answer.location()).startsWith(
                                route.path().startsWith("/wallboard") ? "/wallboard/open" : "/sign-in");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> aRoleGetsWhatItsTableSays() {
        return routes().stream().filter(route -> !route.isOpen()).flatMap(
                route -> Arrays.stream(Role.values()).map(role -> DynamicTest.dynamicTest(
                        role.word() + " " + route, () -> isAsTheTableSays(route, role))));
    }

    private static void isAsTheTableSays(Route route, Role role) {
        long before = lines();
        // an id that nothing has: what may be done is answered, nothing is
        int status = send(route, "999999", COOKIES.get(role)).status();
        if (route.isFor(role)) {
            assertThat(status).isIn(200, 202, 204, 303, 400, 404, 415, 422);
        } else {
            assertThat(status).isEqualTo(403);
            assertThat(lines()).isEqualTo(before);
        }
        if (route.path().endsWith("/sign-out-everywhere")
                || route.toString().equals("DELETE /api/v1/session")) {
            COOKIES.put(role, desk.cookie(role, ""));
        }
    }

    @TestFactory
    Stream<DynamicTest> anotherSitesPageChangesNothing() {
        return routes().stream().filter(route -> route.method() != HttpMethod.GET)
                .flatMap(route -> Stream.of("Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
                        "Origin: https://other.example", "Origin: null", "Referer: https://other.example/x")
                        .map(from -> DynamicTest.dynamicTest(from + " " + route, () -> {
                            long before = lines();
                            String[] header = from.split(": ");
                            assertThat(send(route, "1", COOKIES.get(Role.ADMINISTRATOR), header).status())
                                    .isEqualTo(403);
                            assertThat(lines()).isEqualTo(before);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> aSessionWithoutItsFactorGetsNowhere() {
        String half = desk.halfCookie();
        return routes().stream().filter(route -> !route.isOpen())
                .filter(route -> !route.rights().contains(May.FACTOR))
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    Answer answer = send(route, "1", half);
                    assertThat(answer.status()).isEqualTo(route.isApi() ? 403 : 303);
                    assertThat(answer.location()).isEqualTo(route.isApi() ? "" : "/factor");
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsAnotherAgencysIsNotThere() {
        return routes().stream().filter(Route::namesOne).filter(route -> !route.isOpen()).flatMap(
                route -> Arrays.stream(Role.values()).filter(route::isFor)
                        .map(role -> DynamicTest.dynamicTest(role.word() + " " + route,
                                () -> isNotThere(route, role))));
    }

    private static void isNotThere(Route route, Role role) {
        long before = lines();
        Answer answer = send(route, FOREIGN, STRANGERS.get(role));
        // hosting companies belong to everybody to see and to none of them to change; a stream of nothing just ends
        boolean everybodys = Stream.of("hosting", "windows", "/live").anyMatch(route.path()::contains);
        assertThat(FOREIGN_WORDS).noneMatch(answer.body()::contains);
        assertThat(answer.status()).isIn(everybodys ? List.of(200, 404, 409, 422) : List.of(404, 422));
        if (route.method() == HttpMethod.GET && !everybodys) {
            assertThat(answer.status()).isEqualTo(404);
        }
        assertThat(lines()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> noListNamesAnotherAgency() {
        return routes().stream().filter(route -> route.method() == HttpMethod.GET && !route.namesOne())
                .filter(route -> !route.isOpen())
                .flatMap(route -> Arrays.stream(Role.values()).filter(route::isFor)
                        .map(role -> DynamicTest.dynamicTest(role.word() + " " + route, () -> {
                            String text = send(route, "", STRANGERS.get(role)).body();
                            assertThat(FOREIGN_WORDS).noneMatch(text::contains);
                        })));
    }

    @Test
    void somebodyOfOneAgencyIsSeenByThoseWhoSeeIt() {
        assertThat(desk.bean(People.class)
                .invite(Scope.of(Set.of(3L)), new PersonDraft("x", "X", "auditor", ""), "test"))
                .isInstanceOf(vn.vonggac.portal.Outcome.Rejected.class);
        assertThat(desk.bean(People.class)
                .invite(Scope.of(Set.of(3L)), new PersonDraft("x", "X", "auditor", "H23"), "test"))
                .isInstanceOf(vn.vonggac.portal.Outcome.Rejected.class);
    }

    private static long lines() {
        return desk.bean(Audit.class).count(AuditFilter.EVERYTHING);
    }

    private record Answer(int status, String body, String location) {}

    private static Answer send(Route route, String id, String cookie, String... header) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk.address()).resolve(route.at(id)))
                .header("Accept", "text/html,application/json,*/*").header("Accept-Language", "vi")
                .header("If-Match", "*");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (header.length > 0) {
            request.headers(header);
        }
        String type = route.consumes().isEmpty() ? "application/x-www-form-urlencoded" : route.consumes();
        request.header("Content-Type", route.isMultipart() ? type + "; boundary=x" : type);
        String body = route.isMultipart() ? "--x--\r\n" : type.contains("json") ? "{}" : "name=x";
        try {
            HttpResponse<InputStream> answer = CLIENT.send(
                    request.method(route.method().name(), route.method() == HttpMethod.GET
                            ? BodyPublishers.noBody()
                            : BodyPublishers.ofString(body)).build(),
                    BodyHandlers.ofInputStream());
            isForThisReaderAlone(route, answer);
            return new Answer(answer.statusCode(), beginning(answer.body()),
                    answer.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whatever is answered: nothing keeps it, guesses what it is, frames it or runs a script of its own. */
    private static void isForThisReaderAlone(Route route, HttpResponse<?> answer) {
        HttpHeaders headers = answer.headers();
        assertThat(headers.allValues("Cache-Control")).as(route.toString()).containsExactly("no-store");
        assertThat(headers.allValues("X-Content-Type-Options")).as(route.toString())
                .containsExactly("nosniff");
        if (!route.isApi()) {
            assertThat(headers.allValues("Content-Security-Policy")).hasSize(1).first().asString()
                    .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*");
        }
    }

    /** All of it, or of a stream of events the first: some go on for as long as somebody looks. */
    private static String beginning(InputStream body) throws IOException {
        try (body) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            StringBuilder read = new StringBuilder();
            for (String line; (line = lines.readLine()) != null;) {
                read.append(line).append('\n');
                if (line.isEmpty() && read.toString().matches("(?s)(data|event|id|retry|:).*")) {
                    break;
                }
            }
            return read.toString();
        }
    }
}
