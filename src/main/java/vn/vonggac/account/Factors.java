package vn.vonggac.account;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;
import vn.vonggac.audit.Audit;

/** The second factor: a code of the telephone, or one of the recovery codes that were shown once. */
@Singleton
public final class Factors {

    private static final int SECRET = 20;
    private static final int RECOVERIES = 10;
    private static final String NAME = "Vong Gac";

    private final FactorRows rows;
    private final Vault vault;
    private final Guesses guesses;
    private final InstantSource time;
    private final Audit audit;
    private final TransactionOperations<Connection> transactions;
    private final SecureRandom random = new SecureRandom();

    Factors(FactorRows rows, Vault vault, Guesses guesses, InstantSource time, Audit audit,
            TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.vault = vault;
        this.guesses = guesses;
        this.time = time;
        this.audit = audit;
        this.transactions = transactions;
    }

    public boolean has(Person person) {
        return rows.findByPersonId(person.id()).filter(Factor::confirmed).isPresent();
    }

    /** How many recovery codes are left. */
    public long recoveriesLeft(Person person) {
        return rows.recoveries(person.id());
    }

    /** What the telephone has to know; the same again until it was confirmed, nothing from then on. */
    public Optional<Enrolment> begin(Person person) {
        return transactions.executeWrite(status -> {
            Factor factor = rows.findByPersonId(person.id()).orElseGet(() -> rows.save(fresh(person)));
            return factor.confirmed() ? Optional.empty() : Optional.of(enrolment(person, secret(factor)));
        });
    }

    private Factor fresh(Person person) {
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        return new Factor(person.id(), vault.close(secret, owner(person.id())), null, 0);
    }

    private static String owner(long person) {
        return "factor " + person;
    }

    private byte[] secret(Factor factor) {
        return vault.open(factor.secret(), owner(factor.personId()));
    }

    private static Enrolment enrolment(Person person, byte[] secret) {
        String text = Base32.toBase32String(secret);
        String issuer = encoded(NAME);
        return new Enrolment(text, "otpauth://totp/" + issuer + ":" + encoded(person.signInName())
                + "?secret=" + text + "&issuer=" + issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The telephone knows it: from now on it is asked for. The recovery codes are shown now and kept nowhere. */
    public Optional<List<String>> confirm(Person person, String code) {
        return transactions.executeWrite(status -> {
            boolean open = rows.findByPersonId(person.id()).filter(factor -> !factor.confirmed()).isPresent();
            if (!open || !fits(person, code)) {
                return Optional.empty();
            }
            rows.confirm(person.id(), time.instant());
            audit.record(person.signInName(), "account.act.factor", "person:" + person.id(), "");
            return Optional.of(recoveries(person));
        });
    }

    private List<String> recoveries(Person person) {
        rows.dropRecovery(person.id());
        List<String> codes = Stream.generate(Tokens::readable).limit(RECOVERIES).toList();
        codes.forEach(code -> rows.addRecovery(Tokens.hash(code), person.id()));
        return codes;
    }

    /** Whether this is a code of theirs that nobody gave before; wrong ones count like wrong passwords. */
    public boolean give(Person person, String typed) {
        return transactions.executeWrite(status -> {
            boolean right = has(person) && (fits(person, typed) || recovers(person, typed));
            if (!right) {
                audit.record(person.signInName(), "account.act.factor-failed", "person:" + person.id(), "");
            }
            return right;
        });
    }

    private boolean fits(Person person, String typed) {
        String code = typed.replaceAll("\\s", "");
        Guesses.Subject subject = guesses.factor(person);
        Optional<Factor> factor = rows.findByPersonId(person.id());
        if (factor.isEmpty() || guesses.attempt(subject).isPresent()) {
            return false;
        }
        OptionalLong step = Totp.step(secret(factor.get()), code, time.instant());
        boolean taken = step.isPresent() && rows.take(person.id(), step.getAsLong()) == 1;
        if (taken) {
            guesses.right(subject);
        }
        return taken;
    }

    private boolean recovers(Person person, String typed) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        Guesses.Subject subject = guesses.factor(person);
        if (guesses.lockedUntil(subject).isPresent()
                || rows.takeRecovery(person.id(), Tokens.hash(code)) == 0) {
            return false;
        }
        guesses.right(subject);
        audit.record(person.signInName(), "account.act.recovery", "person:" + person.id(),
                String.valueOf(rows.recoveries(person.id())));
        return true;
    }

    /** Telephone and recovery codes are lost: at the next sign-in there is a new enrolment. */
    void reset(Person person) {
        rows.dropRecovery(person.id());
        rows.deleteByPersonId(person.id());
    }
}
