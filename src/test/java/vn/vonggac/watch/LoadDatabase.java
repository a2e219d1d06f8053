package vn.vonggac.watch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;

/** What a load is measured on: the embedded database, or a PostgreSQL beside it, whose processor time counts too. */
final class LoadDatabase implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(10);

    private final Path folder;
    private final Optional<EmbeddedPostgres> server;

    private LoadDatabase(Path folder, Optional<EmbeddedPostgres> server) {
        this.folder = folder;
        this.server = server;
    }

    static LoadDatabase embedded() throws IOException {
        return new LoadDatabase(Files.createTempDirectory("vonggac-load"), Optional.empty());
    }

    static LoadDatabase postgres() throws IOException {
        Path folder = Files.createTempDirectory("vonggac-load-postgres");
        return new LoadDatabase(folder,
                Optional.of(EmbeddedPostgres.builder().setDataDirectory(folder).start()));
    }

    /** Nothing for the embedded one, which lies in the folder of the installation. */
    String url() {
        return server.map(postgres -> postgres.getJdbcUrl("postgres", "postgres")).orElse("");
    }

    /** Of the server's processes that live and of those that ended. */
    long cpuNanos() {
        return server.isEmpty()
                ? 0
                : LongStream.concat(LongStream.of(master()),
                        ProcessHandle.of(master()).stream().flatMap(ProcessHandle::children)
                                .mapToLong(ProcessHandle::pid))
                        .map(LoadDatabase::ticks).sum() * TICK.toNanos();
    }

    private long master() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spent by a process, and by those of its children that it saw end. */
    private static long ticks(long process) {
        try {
            String line = Files.readString(Path.of("/proc/" + process + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return LongStream.of(11, 12, 13, 14).map(at -> Long.parseLong(fields[(int) at])).sum();
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }
}
