package vn.vonggac.api;

import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import vn.vonggac.audit.Slug;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Messages;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.Draft;
import vn.vonggac.portal.HostingCompanyDraft;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.WatchWindowDraft;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vonggac.api.Program.assertProblem;

/** The document and the router say the same, in both directions. */
class ApiDocumentTest {

    private static final TestInstallation INSTALLATION = TestInstallation.h2();
    private static final Map<String, Map<String, Object>> OPERATIONS = new TreeMap<>();
    private static Map<String, Object> document = Map.of();

    @BeforeAll
    static void read() {
        document = map(new Yaml().load(Program.administrator(INSTALLATION).get("/openapi.yml").body()));
        map(document.get("paths")).forEach((path, methods) -> map(methods).forEach((method,
                operation) -> OPERATIONS.put(method.toUpperCase(Locale.ROOT) + " " + path, map(operation))));
    }

    static Stream<UriRouteInfo<?, ?>> routes() {
        return INSTALLATION.bean(Router.class).uriRoutes()
                .filter(route -> route.getUriMatchTemplate().toPathString().startsWith("/api/"))
                .filter(route -> Set.of("GET", "POST", "PUT", "DELETE", "PATCH")
                        .contains(route.getHttpMethodName()));
    }

    @Test
    void everyRouteIsDocumentedAndEveryDocumentedRouteIsThere() {
        Set<String> routed = routes().map(ApiDocumentTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(routed).hasSizeGreaterThan(30);
        assertThat(OPERATIONS.keySet())
                .as("documented on the left, routed on the right; a page of the desk is @Hidden")
                .isEqualTo(routed);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anOperationSaysWhatItDoesAndHowItFails(UriRouteInfo<?, ?> route) {
        Map<String, Object> operation = OPERATIONS.get(name(route));
        assertThat(operation.get("summary")).asString().hasSizeGreaterThan(5);
        Map<String, Object> responses = map(operation.get("responses"));
        assertThat(responses).containsKeys(problems(route).toArray(String[]::new));
        responses.forEach((status, response) -> {
            Set<String> kinds = map(map(response).getOrDefault("content", Map.of())).keySet();
            assertThat(kinds.contains("application/problem+json")).as(status)
                    .isEqualTo(status.compareTo("400") >= 0);
        });
    }

    private static List<String> problems(UriRouteInfo<?, ?> route) {
        String path = route.getUriMatchTemplate().toPathString();
        boolean open = path.endsWith("/problems");
        boolean body = Arrays.stream(route.getTargetMethod().getArguments())
                .anyMatch(argument -> argument.isAnnotationPresent(Body.class));
        return Stream.of(List.of("406", "422", "500"), open ? List.<String>of() : List.of("401", "403"),
                path.contains("{id}") ? List.of("400", "404") : List.<String>of(),
                body ? List.of("400", "413", "415") : List.<String>of(),
                route.getHttpMethodName().equals("PUT") ? List.of("412", "428") : List.<String>of(),
                path.contains("/incidents/{id}/") && !route.getHttpMethodName().equals("GET")
                        ? List.of("412")
                        : List.<String>of())
                .flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aFilterIsDocumentedAsItIsTaken(UriRouteInfo<?, ?> route) {
        Map<String, Map<String, Object>> documented = ((List<?>) OPERATIONS.get(name(route))
                .getOrDefault("parameters", List.of())).stream().map(ApiDocumentTest::map)
                .filter(parameter -> "query".equals(parameter.get("in")))
                .collect(Collectors.toMap(parameter -> parameter.get("name").toString(), one -> one));
        List<Argument<?>> taken = Stream.<Argument<?>>of(route.getTargetMethod().getArguments())
                .filter(argument -> argument.isAnnotationPresent(QueryValue.class)).toList();
        assertThat(documented.keySet())
                .isEqualTo(taken.stream().map(Argument::getName).collect(Collectors.toSet()));
        for (Argument<?> argument : taken) {
            Map<String, Object> parameter = documented.get(argument.getName());
            assertThat(parameter.get("required")).as(argument.getName()).isNotEqualTo(true);
            assertThat(map(parameter.get("schema")).getOrDefault("enum", List.of())).asInstanceOf(
                    org.assertj.core.api.InstanceOfAssertFactories.LIST).isEqualTo(words(argument));
        }
    }

    private static List<String> words(Argument<?> argument) {
        Class<?> kind = argument.isOptional()
                ? argument.getFirstTypeVariable().orElseThrow().getType()
                : argument.getType();
        return kind.isEnum()
                ? Arrays.stream(kind.getEnumConstants()).map(Enum.class::cast).map(Slug::of).toList()
                : List.of();
    }

    @Test
    void titleVersionConventionsErrorsAndSignInAreDocumented() {
        assertThat(map(document.get("info"))).containsEntry("title", "Vong Gac API").containsEntry("version",
                "v1");
        assertThat(map(document.get("info")).get("description")).asString().contains("page", "If-Match",
                "application/problem+json");
        Map<String, Object> components = map(document.get("components"));
        assertThat(map(components.get("schemas"))).containsKeys("Problem", "ProblemField", "Portal");
        assertThat(map(map(components.get("securitySchemes")).get("session"))).containsEntry("in", "cookie")
                .containsEntry("name", "vonggac-session");
    }

    @Test
    void aBodyHasEveryFieldOfItsDraft() {
        Map<Class<? extends Draft>, Class<? extends Record>> bodies = Map.of(AgencyDraft.class,
                AgencyItem.class, PortalDraft.class, PortalItem.class, HostingCompanyDraft.class,
                HostingCompanyItem.class, WatchWindowDraft.class, WatchWindowItem.class);
        bodies.forEach((draft, body) -> assertThat(
                Arrays.stream(body.getRecordComponents()).map(RecordComponent::getName))
                .containsAll(Draft.fields(draft)));
    }

    @Test
    void theDocumentIsForThoseWhoAreSignedIn() {
        assertProblem(Program.nobody(INSTALLATION).get("/openapi.yml"), 401, "unauthorized");
    }

    @Test
    void everyKindOfProblemIsListedWithItsTitle() {
        String listed = Program.nobody(INSTALLATION).get("/problems").body();
        for (ProblemKind kind : ProblemKind.values()) {
            assertThat(listed).contains("\"type\":\"" + kind.type() + "\"",
                    Messages.VIETNAMESE.text(kind.titleKey()));
            assertThat(Messages.VIETNAMESE.has(kind.titleKey())).as(kind.titleKey()).isTrue();
        }
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }
}
