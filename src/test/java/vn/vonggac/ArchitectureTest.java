package vn.vonggac;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vonggac.portal.Scope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** The shape of the house: who may use whom, which library lives where, and what nobody may do. */
@AnalyzeClasses(packages = "vn.vonggac", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "vn.vonggac.";
    private static final int FEWEST_CLASSES = 250;

    /** A row may use only rows above it. */
    private static final List<String> ROWS = List.of("audit", "portal", "account", "fetch", "browser", "page",
            "feed",
            "signature", "detect", "detector", "visit", "corpus", "incident", "notify", "report", "watch",
            "api", "web",
            "cli", "demo");

    /** Nobody imports these: they are found by injection, or absent from a production start. */
    private static final Set<String> IMPORTED_BY_NOBODY = Set.of("detector", "demo", "cli");

    /** Which packages may use a library; everybody else asks them. */
    private static final Map<String, List<String>> LIBRARIES = libraries();

    private static Map<String, List<String>> libraries() {
        Map<String, List<String>> homes = new LinkedHashMap<>();
        homes.put("org.bouncycastle..", List.of("account"));
        homes.put("com.nimbusds..", List.of("account"));
        homes.put("org.apache.hc..", List.of("fetch"));
        homes.put("crawlercommons..", List.of("fetch"));
        homes.put("jakarta.mail..", List.of("notify"));
        homes.put("org.eclipse.angus..", List.of("notify"));
        homes.put("org.jsoup..", List.of("page"));
        homes.put("org.apache.pdfbox..", List.of("page", "report"));
        homes.put("com.github.difflib..", List.of("page"));
        homes.put("org.apache.lucene.monitor..", List.of("signature"));
        homes.put("org.apache.lucene..", List.of("signature", "corpus"));
        homes.put("org.mozilla.javascript..", List.of("detector"));
        homes.put("org.quartz..", List.of("watch"));
        homes.put("org.flywaydb..", List.of("cli"));
        homes.put("org.h2..", List.of("watch"));
        homes.put("gg.jte..", List.of("web"));
        homes.put("com.google.zxing..", List.of("web"));
        homes.put("picocli..", List.of("cli"));
        homes.put("org.apache.commons.csv..", List.of("portal"));
        homes.put("com.github.tomakehurst.wiremock..", List.of("demo"));
        return homes;
    }

    @ArchTest
    static void everyPackageIsInTheTable(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(ROOT))
                .distinct()
                .map(name -> name.substring(ROOT.length()))).isSubsetOf(ROWS);
    }

    @ArchTest
    static void thereIsSomethingToCheck(JavaClasses classes) {
        assertThat(classes.size()).isGreaterThan(FEWEST_CLASSES);
    }

    @ArchTest
    static void aRowUsesOnlyRowsAbove(JavaClasses classes) {
        for (int row = 0; row < ROWS.size(); row++) {
            String[] below = ROWS.subList(row + 1, ROWS.size()).stream().map(name -> ROOT + name + "..")
                    .toArray(String[]::new);
            if (below.length > 0) {
                check(noClasses().that().resideInAPackage(ROOT + ROWS.get(row) + "..").should()
                        .dependOnClassesThat().resideInAnyPackage(below)
                        .because("a row may use only rows above it"),
                        classes);
            }
        }
    }

    @ArchTest
    static void theirPackagesAreFoundAndNotImported(JavaClasses classes) {
        IMPORTED_BY_NOBODY
                .forEach(name -> check(noClasses().that().resideOutsideOfPackage(ROOT + name + "..").should()
                        .dependOnClassesThat().resideInAPackage(ROOT + name + ".."), classes));
    }

    @ArchTest
    static void librariesStayAtHome(JavaClasses classes) {
        LIBRARIES.forEach((library, homes) -> {
            String[] allowed = homes.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
            check(noClasses().that().resideInAPackage("vn.vonggac..").and().resideOutsideOfPackages(allowed)
                    .should()
                    .dependOnClassesThat().resideInAPackage(library)
                    .because("ask the package(s) " + homes + " instead"), classes);
        });
    }

    @ArchTest
    static final ArchRule noPackageIsNamedAfterALayer = noClasses().should().resideInAnyPackage("..util..",
            "..common..", "..impl..", "..service..", "..model..", "..helper..", "..types..",
            "..controllers..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = classes().should(new ArchCondition<>("have a plain name") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (type.getSimpleName().matches(".*(Impl|Manager|Helper|Service|Util|Utils)")) {
                events.add(SimpleConditionEvent.violated(type,
                        type.getName() + " is named after a role, not a noun"));
            }
        }
    });

    @ArchTest
    static final ArchRule timeIsInjected = noClasses().should().callMethodWhere(asksTheSystemClock())
            .because("time comes from an injected java.time.InstantSource");

    @ArchTest
    static final ArchRule nobodyWidensWhatTheySee = noClasses().that()
            .resideInAnyPackage(ROOT + "web..", ROOT + "api..").should()
            .accessField(Scope.class, "EVERYTHING")
            .because("a route sees what its caller sees: the scope comes with whoever is signed in");

    private static DescribedPredicate<JavaMethodCall> asksTheSystemClock() {
        Set<Class<?>> clocks = Set.of(Instant.class, LocalDate.class, LocalDateTime.class,
                OffsetDateTime.class,
                ZonedDateTime.class, Clock.class);
        return DescribedPredicate.describe("ask the system clock",
                call -> (call.getName().equals("now") && call.getTarget().getRawParameterTypes().isEmpty()
                        && clocks.stream().anyMatch(clock -> call.getTargetOwner().isEquivalentTo(clock)))
                        || call.getName().equals("currentTimeMillis"));
    }

    private static void check(ArchRule rule, JavaClasses classes) {
        rule.allowEmptyShould(true).check(classes);
    }
}
