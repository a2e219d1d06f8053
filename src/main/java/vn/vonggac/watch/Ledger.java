package vn.vonggac.watch;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Where rounds write what a look brought. What comes within a moment goes into one transaction, for each takes a piece
 * of the database's file, however little it says; an entry that fails is alone in it. What was written is kept, also
 * when the process is killed, once {@link #write} returns.
 */
@Singleton
final class Ledger {

    private final TransactionOperations<Connection> transactions;
    private final Duration gather;
    private final List<Entry<?>> waiting = new ArrayList<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean closed;

    Ledger(TransactionOperations<Connection> transactions, WatchConfig config) {
        this.transactions = transactions;
        this.gather = config.gather();
    }

    private record Entry<T>(Supplier<T> work, CompletableFuture<T> written) {

        /** Writes; what comes back says so, once the transaction holds. */
        Runnable write() {
            T result = work.get();
            return () -> written.complete(result);
        }
    }

    /** Whoever comes first waits a moment for others and writes for them all. */
    <T> T write(Supplier<T> work) {
        if (closed) {
            throw new IllegalStateException("The service stops: what a look brings now is not what is there");
        }
        Entry<T> entry = new Entry<>(work, new CompletableFuture<>());
        if (isFirst(entry)) {
            gather();
            writing.lock();
            try {
                together(gathered());
            } finally {
                writing.unlock();
            }
        }
        return entry.written().join();
    }

    /** Nothing is written any more: whoever still looks sees what a service that stops lets through. */
    void close() {
        closed = true;
    }

    private synchronized boolean isFirst(Entry<?> entry) {
        waiting.add(entry);
        return waiting.size() == 1;
    }

    private synchronized List<Entry<?>> gathered() {
        List<Entry<?>> entries = List.copyOf(waiting);
        waiting.clear();
        return entries;
    }

    private void gather() {
        try {
            Thread.sleep(gather);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void together(List<Entry<?>> entries) {
        try {
            transactions.executeWrite(status -> entries.stream().map(Entry::write).toList())
                    .forEach(Runnable::run);
        } catch (RuntimeException | Error e) {
            if (entries.size() == 1) {
                entries.getFirst().written().completeExceptionally(e);
            } else {
                entries.forEach(entry -> together(List.of(entry)));
            }
        }
    }
}
