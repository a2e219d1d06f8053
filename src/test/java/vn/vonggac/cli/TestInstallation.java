package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.inject.qualifiers.PrimaryQualifier;
import io.micronaut.runtime.server.EmbeddedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import vn.vonggac.account.Accounts;
import vn.vonggac.account.Factors;
import vn.vonggac.account.Invited;
import vn.vonggac.account.NewPassword;
import vn.vonggac.account.People;
import vn.vonggac.account.Person;
import vn.vonggac.account.PersonDraft;
import vn.vonggac.account.Role;
import vn.vonggac.account.SignIn;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;

/**
 * The whole service as a test has it: its settings, beans and database, started once a JVM on H2 and once on a
 * real PostgreSQL; the web server only when somebody asks for its address. Tests take one through
 * {@link EachDatabase}, or {@link #h2()} where the database does not matter.
 */
public final class TestInstallation {

    /** Of everybody whom {@link #signIn(Role, String)} makes. */
    public static final String PASSWORD = "Con mèo 3 chân nhảy!";

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Map<String, TestInstallation> STARTED = new HashMap<>();

    private final String name;
    private final ApplicationContext context;
    private final TestTime time = new TestTime();

    private TestInstallation(String name, Map<String, Object> settings) {
        this(name, settings, true);
    }

    private TestInstallation(String name, Map<String, Object> settings, boolean virtualTime) {
        this.name = name;
        Map<String, Object> all = new HashMap<>(
                Map.of("vonggac.data", folder().toString(), "vonggac.http.port", -1, "vonggac.watch.enabled",
                        false, "vonggac.notify.enabled", false, "vonggac.notify.allow",
                        "127.0.0.1/32", "vonggac.http.management-port", Ports.free()));
        if (virtualTime) {
            all.put("vonggac.watch.gather", "0s");
        }
        all.putAll(settings);
        context = Settings.read(Optional.empty(), all);
        if (virtualTime) {
            context.registerBeanDefinition(RuntimeBeanDefinition.builder(InstantSource.class, () -> time)
                    .singleton(true).qualifier(PrimaryQualifier.instance()).replaces(InstantSource.class)
                    .build());
        }
        context.start();
    }

    public static synchronized TestInstallation h2() {
        return STARTED.computeIfAbsent("H2", name -> new TestInstallation(name,
                Map.of("vonggac.database.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")));
    }

    public static synchronized TestInstallation postgres() {
        return STARTED.computeIfAbsent("PostgreSQL", name -> new TestInstallation(name,
                Map.of("vonggac.database.url", startPostgres().getJdbcUrl("postgres", "postgres"))));
    }

    static synchronized List<TestInstallation> started() {
        return List.copyOf(STARTED.values());
    }

    /** One more, with settings of its own, for the caller to close. */
    public static TestInstallation with(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putIfAbsent("vonggac.database.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return new TestInstallation("own", all);
    }

    /** One more, whose clock is the machine's, for the caller to close. */
    public static TestInstallation onRealTime(Map<String, Object> settings) {
        return new TestInstallation("own", settings, false);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ApplicationContext context() {
        return context;
    }

    public TestTime time() {
        return time;
    }

    /** Where its web server listens; starts it when it does not yet. */
    public URI address() {
        EmbeddedServer server = context.getBean(EmbeddedServer.class);
        return (server.isRunning() ? server : server.start()).getURI();
    }

    /** Somebody new of this role for this agency (its code; empty for all), signed in: the cookie as a header has it. */
    public String signIn(Role role, String agency) {
        String name = role.word() + PEOPLE.incrementAndGet();
        Outcome<Invited> invited = bean(People.class).invite(Scope.EVERYTHING,
                new PersonDraft(name, "Nguyễn Văn " + name, role.word(),
                        role == Role.WEBMASTER && agency.isEmpty() ? root() : agency),
                "test");
        bean(Accounts.class).join(((Outcome.Saved<Invited>) invited).value().code(),
                new NewPassword(PASSWORD, PASSWORD), "127.0.0.1");
        return signIn(name, PASSWORD);
    }

    /** The agency above all others; where there is none yet, there is now. */
    private String root() {
        Agencies agencies = bean(Agencies.class);
        if (agencies.all(Scope.EVERYTHING).isEmpty()) {
            agencies.add(Scope.EVERYTHING,
                    new AgencyDraft("T01", "Ủy ban nhân dân", "", "", "", "", "", "", "", "", ""), "test");
        }
        return agencies.all(Scope.EVERYTHING).getFirst().code();
    }

    /** Signs somebody in who is there: the cookie as a header has it. */
    public String signIn(String name, String password) {
        SignIn.Opened opened = (SignIn.Opened) bean(Accounts.class).signIn(name, password, "127.0.0.1");
        enrol(opened.person());
        return "vonggac-session=" + bean(Accounts.class).again(opened.person(), "127.0.0.1");
    }

    private void enrol(Person person) {
        Factors factors = bean(Factors.class);
        factors.begin(person).ifPresent(
                enrolment -> factors.confirm(person, Telephone.code(enrolment.secret(), time.instant())));
    }

    public void close() {
        context.close();
    }

    /** What no face of the product does, such as damage. */
    public void execute(String sql) {
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() throws SQLException {
        return DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class)).getConnection();
    }

    /** Empties every table, and sets the clock back. */
    void clear() {
        time.reset();
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            if (name.equals("PostgreSQL")) {
                statement.execute("TRUNCATE TABLE " + String.join(", ", tables(connection))
                        + " RESTART IDENTITY CASCADE");
            } else {
                clearH2(statement, tables(connection));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void clearH2(Statement statement, List<String> tables) throws SQLException {
        statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
        for (String table : tables) {
            statement.execute("TRUNCATE TABLE " + table + " RESTART IDENTITY");
        }
        statement.execute("SET REFERENTIAL_INTEGRITY TRUE");
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var names = connection.getMetaData().getTables(null, "public", "%",
                new String[]{"TABLE", "BASE TABLE"})) {
            List<String> tables = new java.util.ArrayList<>();
            while (names.next()) {
                tables.add(names.getString("TABLE_NAME"));
            }
            tables.remove("flyway_schema_history");
            return tables;
        }
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("vonggac-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
