package vn.vonggac.api;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.inject.MethodExecutionHandle;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vonggac.api.Program.assertProblem;

/**
 * Takes every route from the router, sends it a request that is good but for one thing, and holds it to a problem
 * that names that thing and to having written nothing. What a route takes is read from the document.
 */
class ApiBadInputTest {

    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("Agency", "{'code':'MOI','name':'Mới'}"),
            Map.entry("Portal", "{'name':'Mới','home':'moi.gov.vn','agency':'TINH'}"),
            Map.entry("HostingCompany", "{'name':'Mới'}"),
            Map.entry("Channel",
                    "{'name':'Mới','kind':'template','address':'http://10.0.0.1/x','body':'{{text}}'}"),
            Map.entry("WatchWindow", "{'name':'Mới','from':'2027-01-01','to':'2027-01-02','factor':'2'}"),
            Map.entry("Pause", "{'portals':[1],'reason':'nâng cấp','until':'2100-01-01'}"),
            Map.entry("Resume", "{'portals':[1]}"), Map.entry("PagesNamed", "{'addresses':'/x'}"),
            Map.entry("ComponentChosen", "{'host':'a.gov.vn'}"),
            Map.entry("IncidentByHand",
                    "{'portal':1,'page':'https://a.gov.vn/x','kind':'defacement','source':'A05'}"),
            Map.entry("Note", "{'note':'đã xem'}"),
            Map.entry("Closing", "{'resolution':'duplicate','note':'trùng'}"),
            Map.entry("SeverityWish", "{'severity':'high','note':'nặng'}"),
            Map.entry("GravityWish", "{'gravity':'serious','note':'nặng'}"),
            Map.entry("Reported", "{'clock':'restoration'}"),
            Map.entry("NoticeWish", "{'to':'agency','subject':'Sự cố','body':'Xin kiểm tra'}"),
            Map.entry("CampaignSplit", "{'incidents':[1]}"), Map.entry("CampaignMerge", "{'campaign':2}"),
            Map.entry("CheckWish", "{'url':'http://10.0.0.1/'}"),
            Map.entry("SignIn", "{'name':'an','password':'x'}"), Map.entry("SecondFactor", "{'code':'x'}"));
    private static final Map<String, String> SPOILS = new TreeMap<>(Map.of("long", text("x".repeat(20_000)),
            "object", "{'a':1}", "truth", "true", "right-to-left", text("a\u202eb"), "zero-width",
            text("a\u200bb"), "nul", "'a\\u0000b'"));
    private static final List<String> HARMLESS = List.of("\"><script>alert(1)</script>",
            "'; DROP TABLE portal; --");
    private static final Set<String> OPEN = Set.of("GET /api/v1/problems", "POST /api/v1/session");
    private static final int ONE_OF = 3;
    private static final int FLOOD = 11 * 1024 * 1024;

    private static TestInstallation installation;
    private static Program program;
    private static Map<String, Object> document;
    private static int turn;

    @BeforeAll
    static void start() {
        installation = TestInstallation.with(Map.of());
        program = Program.administrator(installation);
        document = map(new Yaml().load(program.get("/openapi.yml").body()));
        for (String thing : List.of("agencies {'code':'TINH','name':'Tỉnh'}",
                "agencies {'code':'XA','name':'Xã'}", "hosting-companies {'name':'Máy chủ Việt'}",
                "portals {'name':'A','home':'a.gov.vn','agency':'TINH'}",
                "watch-windows {'name':'Tết','from':'2027-02-01','to':'2027-02-10','factor':3,'agency':'TINH'}",
                "channels {'name':'Cũ','kind':'template','address':'http://10.0.0.1/x','body':'{{text}}'}",
                "incidents {'portal':1,'page':'https://a.gov.vn/','kind':'defacement','source':'A05'}")) {
            int space = thing.indexOf(' ');
            assertThat(program.post("/" + thing.substring(0, space), json(thing.substring(space + 1)))
                    .statusCode()).as(thing).isEqualTo(201);
        }
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @TestFactory
    Stream<DynamicTest> whoIsNotSignedInIsToldSoAndNoMore() {
        return each(routes().filter(route -> !OPEN.contains(name(route))), route -> assertProblem(
                Program.nobody(installation).send(method(route), path(route, "1") + "?nothing=1",
                        body(route), type(route)),
                401, "unauthorized"));
    }

    @TestFactory
    Stream<DynamicTest> aFilterThatNobodyKnowsIsSaid() {
        return each(routes(), route -> assertProblem(
                program.send(method(route), path(route, "1") + "?nothing=1", body(route), type(route)), 422,
                "unprocessable-entity"));
    }

    @TestFactory
    Stream<DynamicTest> aFilterThatIsNoneIsSaid() {
        return routes().flatMap(route -> arguments(route, QueryValue.class)
                .flatMap(filter -> spoilt(filter).map(query -> test(route, query.substring(0,
                        Math.min(40, query.length())),
                        () -> assertProblem(
                                program.send(method(route), path(route, "1") + "?" + query, body(route),
                                        type(route)),
                                422, "unprocessable-entity")))));
    }

    private static Stream<String> spoilt(Argument<?> filter) {
        Stream<String> any = Stream.of("x".repeat(301), "a\u202eb", "a\u200bb", "a\u0000b", "a\nb")
                .map(value -> filter.getName() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        Stream<String> more = Stream.of(filter.getName() + "=%FF%FE",
                filter.getName() + "=1&" + filter.getName() + "=1");
        Stream<String> kind = filter.getType() == String.class
                ? Stream.of()
                : Stream.of(filter.getName() + "=perhaps");
        List<String> all = Stream.of(any, more, kind).flatMap(queries -> queries).toList();
        int first = turn++ % ONE_OF;
        return IntStream.range(0, all.size()).filter(at -> at % ONE_OF == first).mapToObj(all::get);
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotThereIsSaid() {
        return each(withId(), route -> {
            assertProblem(program.send(method(route), path(route, "999"), body(route), type(route)), 404,
                    "not-found");
            for (String none : List.of("abc", "99999999999999999999", "%00", "1'--")) {
                assertProblem(program.send(method(route), path(route, none), body(route), type(route)), 400,
                        "bad-request");
            }
        });
    }

    /** Everybody who can sign in yet sees every agency: a route is asked as it is asked for somebody who does not. */
    @TestFactory
    Stream<DynamicTest> whatIsAnotherAgencysIsAsIfItWereNotThere() {
        Stream<UriRouteInfo<?, ?>> scoped = withId()
                .filter(route -> !name(route).contains("hosting-companies"));
        return each(scoped, route -> {
            HttpResponse<?> answer = asked(route, Scope.of(Set.of(2L)));
            assertThat(answer.code()).isEqualTo(404);
            assertThat(answer.body()).isInstanceOf(ProblemDetail.class);
        });
    }

    private static HttpResponse<?> asked(UriRouteInfo<?, ?> route, Scope scope) {
        Caller stranger = new Caller(HttpRequest.GET("/").header("If-Match", "*"), "binh", scope, "");
        Object[] arguments = Arrays.stream(route.getTargetMethod().getArguments())
                .map(argument -> argument.getType() == Caller.class
                        ? stranger
                        : argument.getType() == long.class
                                ? (Object) 1L
                                : argument.getType() == int.class
                                        ? 1
                                        : argument.getType() == String.class ? "x" : body(route))
                .toArray();
        return (HttpResponse<?>) invoke(route.getTargetMethod(), arguments);
    }

    private static <T, R> R invoke(MethodExecutionHandle<T, R> method, Object[] arguments) {
        return method.invoke(arguments);
    }

    @TestFactory
    Stream<DynamicTest> everySpoiltFieldIsNamedAndNothingIsWritten() {
        return withJson().flatMap(route -> fields(route).keySet().stream()
                .flatMap(field -> some(spoils(route, field)).map(spoil -> test(route,
                        field + " " + spoil.getKey(), () -> isNamed(route, field, spoil.getValue())))));
    }

    /** Some of the ways for one field and others for the next, so that over the fields all of them come. */
    private static Stream<Map.Entry<String, String>> some(Map<String, String> spoils) {
        int first = turn++ % ONE_OF;
        List<Map.Entry<String, String>> all = List.copyOf(spoils.entrySet());
        return IntStream.range(0, all.size()).filter(at -> at % ONE_OF == first).mapToObj(all::get);
    }

    /** The whole body with one field spoilt, by how. */
    private static Map<String, String> spoils(UriRouteInfo<?, ?> route, String field) {
        Map<String, String> good = members(route);
        Map<String, String> spoils = new LinkedHashMap<>();
        SPOILS.forEach((how, value) -> spoils.put(how, with(good, field, value)));
        spoils.put("twice", with(good, field, "'a'").replaceFirst("\\{", "{'" + field + "':'a',"));
        if (required(route).contains(field)) {
            spoils.put("missing", with(good, field, ""));
        }
        if (field.equals("password")) {
            spoils.keySet().retainAll(Set.of("long", "object", "truth", "twice", "missing"));
        }
        if (Set.of("text", "html").contains(field)) {
            spoils.keySet().retainAll(Set.of("object", "truth", "twice"));
        }
        return spoils;
    }

    private static void isNamed(UriRouteInfo<?, ?> route, String field, String body) {
        long before = lines();
        var answer = program.send(method(route), path(route, "1"), json(body));
        assertProblem(answer, 422, "unprocessable-entity");
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        assertThat(lines()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> scriptAndSqlStayText() {
        return withJson().filter(route -> !name(route).contains("/session")).flatMap(route -> fields(route)
                .keySet().stream().map(field -> harmless(route, field)));
    }

    private static DynamicTest harmless(UriRouteInfo<?, ?> route, String field) {
        String text = HARMLESS.get(turn++ % HARMLESS.size());
        return test(route,
                field + " " + text, () -> {
                    var answer = program.send(method(route), path(route, "1"),
                            json(with(members(route), field, text(text))));
                    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201, 202, 409, 422);
                    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                            .contains("json");
                    assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                            .hasValue("nosniff");
                    assertThat(program.get("/portals").statusCode()).isEqualTo(200);
                });
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoJsonObjectCannotBeRead() {
        return each(withJson(), route -> {
            long before = lines();
            for (String body : List.of("[]", "{", "x", "{} {}", "{\"name\"}", "null")) {
                assertProblem(program.send(method(route), path(route, "1"), body), 400, "bad-request");
            }
            byte[] latin = "{\"name\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
            assertProblem(program.send(method(route), path(route, "1"), latin, type(route)), 400,
                    "bad-request");
            assertProblem(program.send(method(route), path(route, "1"), "{\"nothing\":1}"), 422,
                    "unprocessable-entity");
            assertThat(lines()).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> aBodyThatIsTooMuchOrOfAnotherKindIsRefused() {
        return each(routes().filter(route -> arguments(route, Body.class).findAny().isPresent()), route -> {
            long before = lines();
            assertProblem(program.send(method(route), path(route, "1"), body(route), "Content-Type",
                    "text/plain"), 415, "unsupported-media-type");
            program.assertTooLarge(method(route), path(route, "1"), new byte[FLOOD], type(route));
            assertThat(lines()).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> anAnswerOfAnotherKindOrAnotherMethodIsRefused() {
        return each(routes(), route -> {
            List<String> headers = new ArrayList<>(List.of(type(route)));
            headers.addAll(List.of("Accept", "image/png"));
            assertProblem(program.send(method(route), path(route, "1"), body(route),
                    headers.toArray(String[]::new)), 406, "not-acceptable");
            assertProblem(program.send("PATCH", path(route, "1"), new byte[0]), 405, "method-not-allowed");
        });
    }

    @Test
    void aTableThatIsNoneIsSaid() {
        long before = lines();
        for (String path : List.of("/agencies/table?dryRun=false", "/portals/table?dryRun=false")) {
            for (String table : List.of("nothing\n1\n", "code;code\n", "\u0000", "name\n\u202e\n")) {
                assertProblem(program.send("POST", path, table.getBytes(StandardCharsets.UTF_8),
                        "Content-Type", "text/csv"), 422, "unprocessable-entity");
            }
            assertProblem(program.send("POST", path, new byte[]{(byte) 0xff, (byte) 0xfe}, "Content-Type",
                    "text/csv"), 422, "unprocessable-entity");
        }
        assertThat(lines()).isEqualTo(before);
    }

    private interface OfRoute {

        void check(UriRouteInfo<?, ?> route);
    }

    private static Stream<DynamicTest> each(Stream<UriRouteInfo<?, ?>> routes, OfRoute test) {
        return routes.map(route -> test(route, "", () -> test.check(route)));
    }

    private static DynamicTest test(UriRouteInfo<?, ?> route, String what, Runnable check) {
        return DynamicTest.dynamicTest(name(route) + " " + what, check::run);
    }

    private static Stream<UriRouteInfo<?, ?>> routes() {
        return installation.bean(Router.class).uriRoutes()
                .filter(route -> template(route).startsWith("/api/"))
                .filter(route -> Set.of("GET", "POST", "PUT", "DELETE").contains(route.getHttpMethodName()));
    }

    private static Stream<UriRouteInfo<?, ?>> withId() {
        return routes().filter(route -> template(route).contains("{id}"));
    }

    private static Stream<UriRouteInfo<?, ?>> withJson() {
        return routes().filter(route -> arguments(route, Body.class).findAny().isPresent())
                .filter(route -> !template(route).matches(".*/(table|file|attachments)"));
    }

    private static Stream<Argument<?>> arguments(UriRouteInfo<?, ?> route,
            Class<? extends java.lang.annotation.Annotation> kind) {
        return Stream.<Argument<?>>of(route.getTargetMethod().getArguments())
                .filter(argument -> argument.isAnnotationPresent(kind));
    }

    private static String template(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    private static String method(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName();
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return method(route) + " " + template(route);
    }

    private static String path(UriRouteInfo<?, ?> route, String id) {
        return template(route).replace("/api/v1", "").replaceAll("\\{[a-z]+}", id);
    }

    private static String[] type(UriRouteInfo<?, ?> route) {
        return new String[]{"Content-Type",
                name(route).matches("POST .*/table")
                        ? "text/csv"
                        : name(route).endsWith("/file")
                                ? "text/html"
                                : name(route).equals("POST /api/v1/incidents/{id}/attachments")
                                        ? "application/octet-stream"
                                        : "application/json"};
    }

    /** A body that is good; a route whose body is not among those of this test fails it. */
    private static byte[] body(UriRouteInfo<?, ?> route) {
        if (arguments(route, Body.class).findAny().isEmpty()) {
            return new byte[0];
        }
        String body = template(route).matches(".*/(table|file|attachments)")
                ? "code;name\nA;B\n"
                : json(with(members(route), "", ""));
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> members(UriRouteInfo<?, ?> route) {
        String good = GOOD.get(schemaName(route));
        assertThat(good).as("a good body for " + name(route)).isNotNull();
        Map<String, String> members = new LinkedHashMap<>();
        map(new Yaml().load(good)).forEach((field, value) -> members.put(field,
                value instanceof String text ? text(text) : String.valueOf(value)));
        return members;
    }

    private static String with(Map<String, String> members, String field, String value) {
        Map<String, String> changed = new HashMap<>(members);
        changed.put(field, value);
        return changed.entrySet().stream().filter(member -> !member.getValue().isEmpty())
                .map(member -> "'" + member.getKey() + "':" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, Object> fields(UriRouteInfo<?, ?> route) {
        Map<String, Object> fields = new LinkedHashMap<>(map(schema(route).get("properties")));
        fields.values().removeIf(field -> Boolean.TRUE.equals(map(field).get("readOnly")));
        return fields;
    }

    private static List<?> required(UriRouteInfo<?, ?> route) {
        return (List<?>) schema(route).getOrDefault("required", List.of());
    }

    private static Map<String, Object> schema(UriRouteInfo<?, ?> route) {
        return map(map(map(document.get("components")).get("schemas")).get(schemaName(route)));
    }

    private static String schemaName(UriRouteInfo<?, ?> route) {
        Map<String, Object> operation = map(
                map(map(document.get("paths")).get(template(route))).get(method(route).toLowerCase()));
        Object reference = map(map(map(map(operation.get("requestBody")).get("content"))
                .get("application/json")).get("schema")).get("$ref");
        return reference.toString().replace("#/components/schemas/", "");
    }

    private static long lines() {
        return installation.bean(Audit.class).count(AuditFilter.EVERYTHING);
    }

    /** As JSON has it, in the quotes of this test. */
    private static String text(String text) {
        return "'" + text.replace("'", "\u0001").replace("\"", "\\\u0002").replace("\u0000", "\\u0000") + "'";
    }

    private static String json(String text) {
        return text.replace('\'', '"').replace('\u0001', '\'').replace('\u0002', '"');
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }
}
