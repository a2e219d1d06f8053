package vn.vonggac.cli;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.vonggac.audit.Audit;
import vn.vonggac.incident.IncidentConfig;
import vn.vonggac.page.Copies;
import vn.vonggac.page.Retention;
import vn.vonggac.signature.SignatureConfig;

/**
 * Writes all that is kept into a folder, beside a watch at work. The database comes first: what it names was durable
 * before it was named, and as long as this goes on nothing is let go, so that every copy it names is still there when
 * the copies come. The folder has its name only when it is whole.
 */
@Singleton
@Requires(beans = DataSource.class)
final class Backup implements Errand {

    static final String NAME = "backup";

    private final DataSource database;
    private final Copies copies;
    private final Retention retention;
    private final Audit audit;
    private final SignatureConfig signatures;
    private final IncidentConfig incidents;
    private final InstantSource time;
    private final Path data;
    private final Path key;

    Backup(DataSource database, Copies copies, Retention retention, Audit audit, SignatureConfig signatures,
            IncidentConfig incidents, InstantSource time, @Value("${vonggac.data}") String data,
            @Value("${vonggac.audit.key}") String key) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.copies = copies;
        this.retention = retention;
        this.audit = audit;
        this.signatures = signatures;
        this.incidents = incidents;
        this.time = time;
        this.data = Path.of(data);
        this.key = Path.of(key);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(List<String> arguments, Teller teller) throws IOException {
        Path target = Path.of(arguments.getFirst());
        if (!BackupFolder.isFree(target)) {
            teller.says(target + " is there and not empty: nothing was written");
            return 1;
        }
        audit.record("console", "cli.act.backup", "backup", target.toString());
        BackupFolder folder = BackupFolder.begin(target);
        long kept = retention.without(() -> write(folder, teller));
        folder.finish(time.instant(), kept, isEmbedded());
        teller.says(kept + " copies, " + (isEmbedded()
                ? "database, keys and settings in "
                : "keys and settings, without the PostgreSQL database (take a pg_dump before this), in ")
                + target);
        return 0;
    }

    private long write(BackupFolder folder, Teller teller) throws IOException {
        if (isEmbedded()) {
            dump(folder.database());
        }
        long all = copies.copyTo(folder.copies(), teller::comesAlong);
        folder.takeData(data, copies.folder());
        folder.takeKey(key);
        folder.takeSettings(settings());
        return all;
    }

    private List<Path> settings() {
        List<Path> settings = new ArrayList<>(List.of(Path.of("config", "vonggac.yml")));
        settings.add(Path.of(signatures.folder()));
        settings.add(Path.of(incidents.playbooks()));
        return settings.stream().filter(Files::exists).toList();
    }

    private boolean isEmbedded() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:h2:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The state of one moment; whoever writes meanwhile is not held up. */
    private void dump(Path file) throws IOException {
        try (Connection connection = database.getConnection();
                PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
            backup.setString(1, file.toString());
            backup.execute();
        } catch (SQLException e) {
            throw new IOException("The database could not be backed up: " + e.getMessage(), e);
        }
    }
}
