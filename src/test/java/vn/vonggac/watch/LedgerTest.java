package vn.vonggac.watch;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LedgerTest {

    private static final int MANY = 20;
    private static final Instant HOUR = Instant.parse("2026-01-05T08:00:00Z");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private TestInstallation installation;
    private Site site;
    private Portal portal;

    @BeforeEach
    void start() {
        installation = TestInstallation.with(Map.of("vonggac.watch.gather", "300ms"));
        site = new Site();
        portal = site.enter(installation, "1h");
    }

    @AfterEach
    void stop() {
        threads.close();
        site.close();
        installation.close();
    }

    @Test
    void whatComesWithinAMomentIsOneTransaction() throws Exception {
        Set<Object> transactions = ConcurrentHashMap.newKeySet();

        List<Future<Integer>> written = atOnce(number -> {
            transactions.add(transactions().findTransactionStatus().orElseThrow());
            return number;
        });

        for (int number = 0; number < MANY; number++) {
            assertThat(written.get(number).get()).isEqualTo(number);
        }
        assertThat(transactions).hasSizeLessThan(MANY / 4);
    }

    @Test
    void nothingIsWrittenOnceItIsClosed() {
        Ledger ledger = installation.bean(Ledger.class);
        Set<Integer> written = ConcurrentHashMap.newKeySet();
        ledger.write(() -> written.add(1));
        ledger.close();

        assertThatThrownBy(() -> ledger.write(() -> written.add(2))).hasMessageContaining("stops");
        assertThat(written).containsExactly(1);
    }

    @Test
    void whatFailsFailsAlone() throws Exception {
        installation.bean(SpendingRows.class).open(portal.id(), HOUR);

        List<Future<Integer>> written = atOnce(number -> {
            int paid = installation.bean(SpendingRows.class).pay(portal.id(), HOUR, 1, 0);
            if (number == 7) {
                throw new IllegalStateException("broken on purpose");
            }
            return paid;
        });

        assertThatThrownBy(() -> written.get(7).get()).hasStackTraceContaining("broken on purpose");
        for (int number = 0; number < MANY; number++) {
            assertThat(number == 7 || written.get(number).get() == 1).isTrue();
        }
        assertThat(installation.bean(SpendingRows.class).spent(portal.id(), HOUR, HOUR.minusSeconds(1)))
                .isEqualTo(new Cost(MANY - 1, 0));
    }

    private interface Work {

        int of(int number);
    }

    private List<Future<Integer>> atOnce(Work work) {
        CountDownLatch all = new CountDownLatch(MANY);
        Ledger ledger = installation.bean(Ledger.class);
        return IntStream.range(0, MANY).mapToObj(number -> threads.submit(() -> {
            all.countDown();
            all.await();
            return ledger.write(() -> work.of(number));
        })).toList();
    }

    @SuppressWarnings("unchecked")
    private TransactionOperations<Connection> transactions() {
        return installation.bean(TransactionOperations.class);
    }
}
