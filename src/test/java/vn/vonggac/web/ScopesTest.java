package vn.vonggac.web;

import io.micronaut.context.BeanContext;
import io.micronaut.inject.BeanDefinition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.vonggac.account.AccessTokenDraft;
import vn.vonggac.account.AccessTokens;
import vn.vonggac.account.Sessions;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.detect.Messages;
import vn.vonggac.incident.ByHand;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;
import vn.vonggac.portal.Imported;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.PortalFilter;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.Url;
import vn.vonggac.watch.Asked;
import vn.vonggac.watch.Asker;
import vn.vonggac.watch.CheckAnswer;
import vn.vonggac.watch.Checks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Below the routes: everything that asks for a scope, as the beans have it, asked by somebody of another agency. What is
 * new is in here by itself. They get nothing and change nothing where one who sees everything gets something.
 */
class ScopesTest {

    private static final Scope STRANGER = Scope.of(Set.of(9999L));
    /** What belongs to no agency and is everybody's to see. */
    private static final Set<String> EVERYBODYS = Set.of("HostingCompanies.find", "WatchWindows.find",
            "WatchWindows.list", "WatchWindows.running");
    private static final List<String> WORDS = List.of("binhminh", "Bình Minh", "Sở Xây dựng",
            "Nguyễn Thị An");
    private static final Map<String, String> TEXTS = Map.of("code", "H23.12", "agency", "H23.12", "host",
            "xa1.binhminh.example", "home", "https://moi.binhminh.example/", "until", "2199-01-01T00:00",
            "fullName", "Lê Văn Chi", "role", "webmaster", "signInName", "chi.le", "text", "", "detector",
            "hidden-links");

    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished();
    private static String check;

    /** One way to ask. */
    private record Query(Object bean, Method method) {

        Optional<Object> ask(Scope scope, String who) {
            Object[] arguments = Arrays.stream(method.getParameters())
                    .map(parameter -> argument(parameter, scope, who)).toArray();
            try {
                return Optional.ofNullable(method.invoke(bean, arguments));
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            } catch (InvocationTargetException e) {
                throw new AssertionError(this + Arrays.toString(arguments), e.getCause());
            }
        }

        @Override
        public String toString() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }
    }

    @BeforeAll
    static void furnish() {
        CheckAnswer answer = desk.bean(Checks.class).ask(Asker.person("an", Scope.EVERYTHING),
                Asked.html(RunningDesk.PLANTED));
        check = ((CheckAnswer.Taken) answer).check().id();
        desk.bean(Incidents.class).open(Scope.EVERYTHING, new ByHand(1, "https://xa1.binhminh.example/",
                Kind.values()[0], "NCSC", desk.now(), "gọi điện"), "an");
        desk.bean(AccessTokens.class).issue(
                desk.bean(Sessions.class).find(desk.cookie().split("=", 2)[1]).orElseThrow(),
                new AccessTokenDraft("ci", Set.of("read"), "", "30"));
    }

    @TestFactory
    Stream<DynamicTest> somebodyOfAnotherAgencyGetsAndChangesNothing() {
        return queries().stream().map(query -> DynamicTest.dynamicTest(query.toString(), () -> {
            long before = lines();
            Optional<Object> got = query.ask(STRANGER, "stranger");
            if (!EVERYBODYS.contains(query.toString())) {
                assertThat(got.filter(ScopesTest::isSomething)).isEmpty();
            }
            assertThat(lines()).isEqualTo(before);
        }));
    }

    /** That they get nothing says little unless there was something to get. */
    @Test
    void whoSeesEverythingGetsSomething() {
        assertThat(queries().stream().filter(ScopesTest::isRead)
                .filter(query -> query.ask(Scope.EVERYTHING, "an").filter(ScopesTest::isSomething)
                        .isPresent())
                .map(Query::toString)).contains("Agencies.all", "Agencies.find", "Agencies.withCode",
                        "Portals.list", "Portals.all", "Portals.find", "Portals.ownerOf", "Incidents.list",
                        "Incidents.find", "Incidents.count", "Incidents.log", "Queue.list", "Queue.find",
                        "Queue.count", "People.list", "People.find", "AccessTokens.list", "Checks.find",
                        "Tables.exportPortals", "Tables.exportAgencies", "EvidenceFile.of");
    }

    private static boolean isRead(Query query) {
        return Stream.of("list", "all", "find", "withCode", "at", "ownerOf", "export", "count", "log", "of")
                .anyMatch(query.method().getName()::startsWith);
    }

    private static List<Query> queries() {
        BeanContext beans = desk.bean(BeanContext.class);
        List<Query> queries = beans.getAllBeanDefinitions().stream().filter(BeanDefinition::isSingleton)
                .map(BeanDefinition::getBeanType).<Class<?>>map(ScopesTest::asWritten)
                .filter(type -> type.getName().matches("vn\\.vonggac\\.(?!web|api|cli|demo)\\w+\\.\\w+"))
                .filter(type -> Modifier.isPublic(type.getModifiers())).distinct()
                .sorted(Comparator.comparing(Class::getName)).flatMap(type -> queries(beans, type)).toList();
        assertThat(queries).hasSizeGreaterThan(75);
        return queries;
    }

    /** The class itself where the framework put one of its own around it. */
    private static Class<?> asWritten(Class<?> type) {
        return type.getName().contains("$") ? asWritten(type.getSuperclass()) : type;
    }

    private static Stream<Query> queries(BeanContext beans, Class<?> type) {
        return Arrays.stream(type.getMethods()).filter(method -> !method.isBridge() && !method.isDefault())
                .filter(method -> List.of(method.getParameterTypes()).contains(Scope.class))
                .sorted(Comparator.comparing(Method::toString))
                .map(method -> new Query(beans.getBean(type), method));
    }

    private static boolean isSomething(Object answer) {
        return switch (answer) {
            case Outcome<?> outcome -> outcome instanceof Outcome.Saved<?>;
            case Optional<?> optional -> optional
                    .filter(held -> !(held instanceof Collection<?> rows && rows.isEmpty())).isPresent();
            case Listed<?> listed -> listed.total() > 0 || !listed.rows().isEmpty();
            case Collection<?> collection -> !collection.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case Number number -> number.longValue() != 0;
            case Boolean done -> done;
            case Imported imported -> imported instanceof Imported.Taken;
            case byte[] file -> isSaid(new String(file, StandardCharsets.UTF_8));
            default -> isSaid(answer.toString());
        };
    }

    private static boolean isSaid(String text) {
        return WORDS.stream().anyMatch(text::contains);
    }

    private static Object argument(Parameter parameter, Scope scope, String who) {
        return parameter.getType() == Scope.class
                ? scope
                : parameter.getType() == String.class && Set.of("who", "actor", "reader", "author")
                        .contains(parameter.getName())
                                ? who
                                : made(parameter.getName(), parameter.getType(),
                                        parameter.getParameterizedType());
    }

    /** A value that means something of another agency where a value can. */
    private static Object made(String name, Class<?> type, Type whole) {
        if (type == long.class || type == Long.class) {
            return name.equals("skip") ? 0L : 1L;
        }
        if (type == String.class) {
            return name.equals("id") ? check : TEXTS.getOrDefault(name, "vì thử");
        }
        if (type == Set.class) {
            return whole instanceof ParameterizedType of && of.getActualTypeArguments()[0] == Long.class
                    ? Set.of(1L)
                    : Set.of("https://xa1.binhminh.example/");
        }
        if (type == List.class && whole instanceof ParameterizedType of
                && of.getActualTypeArguments()[0] instanceof Class<?> element) {
            return List.of(made(name, element, element));
        }
        Object known = switch (type.getSimpleName()) {
            case "int" -> name.equals("size") ? 50 : 1;
            case "boolean" -> false;
            case "byte[]" -> "name;home;agency\nMới;https://moi.binhminh.example/;H23\n"
                    .getBytes(StandardCharsets.UTF_8);
            case "Instant" -> name.equals("from") || name.equals("receivedAt")
                    ? desk.now()
                    : desk.now().plus(Duration.ofDays(1));
            case "Duration" -> Duration.ofDays(365);
            case "Optional" -> Optional.empty();
            case "Url" -> Url.parse("https://xa1.binhminh.example/").orElseThrow();
            case "Messages" -> Messages.VIETNAMESE;
            case "PortalFilter" -> PortalFilter.ANY;
            case "IncidentFilter" -> IncidentFilter.ACTIVE;
            case "Predicate" -> (Predicate<Object>) any -> true;
            case "Function" -> (Function<Object, Object>) reached -> {
                throw new AssertionError("reached " + reached);
            };
            default -> "";
        };
        return known.equals("") ? composed(type) : known;
    }

    private static Object composed(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        assertThat(type.isRecord()).as("how is one made of " + type + "?").isTrue();
        RecordComponent[] parts = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(parts)
                            .map(part -> made(part.getName(), part.getType(), part.getGenericType()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static long lines() {
        return desk.bean(Audit.class).count(AuditFilter.EVERYTHING);
    }
}
