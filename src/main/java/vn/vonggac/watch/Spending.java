package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What each portal has been asked for, and may be asked for still. */
@Singleton
final class Spending {

    private static final Duration DAY = Duration.ofDays(1);

    private final SpendingRows rows;
    private final BudgetConfig budget;
    private final Ledger ledger;

    Spending(SpendingRows rows, BudgetConfig budget, Ledger ledger) {
        this.rows = rows;
        this.budget = budget;
        this.ledger = ledger;
    }

    /** What one round may spend, and what it spent. */
    static final class Purse {

        private final Cost left;
        private Cost paid = Cost.NOTHING;

        Purse(Cost left) {
            this.left = left;
        }

        void pay(Cost cost) {
            paid = paid.plus(cost);
        }

        boolean isEmpty() {
            return paid.requests() >= left.requests() || paid.bytes() >= left.bytes();
        }

        /** For so many requests, whatever bytes they bring. */
        boolean holds(long requests) {
            return !isEmpty() && paid.requests() + requests <= left.requests();
        }

        Cost paid() {
            return paid;
        }
    }

    /** The requests of this hour of the clock and the bytes of the last 24. */
    Cost spent(long portal, Instant now) {
        return rows.spent(portal, hour(now), now.minus(DAY));
    }

    Purse open(long portal, Instant now) {
        Cost spent = spent(portal, now);
        return new Purse(new Cost(budget.requests() - spent.requests(), budget.bytes() - spent.bytes()));
    }

    void close(long portal, Purse purse, Instant now) {
        Cost paid = purse.paid();
        if (paid.requests() > 0) {
            ledger.write(() -> pay(portal, hour(now), paid));
        }
    }

    private int pay(long portal, Instant hour, Cost paid) {
        int known = rows.pay(portal, hour, paid.requests(), paid.bytes());
        if (known == 0) {
            rows.open(portal, hour);
            return rows.pay(portal, hour, paid.requests(), paid.bytes());
        }
        return known;
    }

    void forget(Instant now) {
        rows.forget(now.minus(DAY.multipliedBy(2)));
    }

    private static Instant hour(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS);
    }
}
