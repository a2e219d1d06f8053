package vn.vonggac.notify;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.vonggac.account.Vault;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.Slug;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.Fields;
import vn.vonggac.portal.Kept;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;

/** The channels, as administrators keep them. */
@Singleton
public final class Channels implements Kept<Channel, ChannelDraft> {

    private final ChannelRows rows;
    private final ChannelReading reading;
    private final Agencies agencies;
    private final Vault vault;
    private final Delivering delivering;
    private final Audit audit;
    private final TransactionOperations<Connection> transactions;

    Channels(ChannelRows rows, ChannelReading reading, Agencies agencies, Vault vault, Delivering delivering,
            Audit audit, TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.reading = reading;
        this.agencies = agencies;
        this.vault = vault;
        this.delivering = delivering;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** In the order in which they are told. */
    public List<Channel> list(Scope scope) {
        return rows.list(scope.everything(), scope.ids());
    }

    @Override
    public Optional<Channel> find(Scope scope, long id) {
        return rows.findById(id).filter(channel -> sees(scope, channel));
    }

    private static boolean sees(Scope scope, Channel channel) {
        Long agency = channel.agencyId();
        return agency == null ? scope.everything() : scope.includes(agency);
    }

    /** Without what is secret. */
    @Override
    public ChannelDraft draft(Channel channel) {
        Long agency = channel.agencyId();
        String code = agency == null
                ? ""
                : agencies.find(Scope.EVERYTHING, agency).map(Agency::code).orElse("");
        return new ChannelDraft(channel.kind().id(), channel.name(), code, Slug.of(channel.least()),
                channel.language(), channel.kind().addressSecret() ? "" : channel.target(), channel.manner(),
                channel.account(), "", channel.sender(), channel.recipients(), "", channel.body(),
                Integer.toString(channel.afterMinutes()), Integer.toString(channel.againMinutes()),
                channel.quietFrom(), channel.quietTo(), channel.roster());
    }

    @Override
    public Outcome<Channel> add(Scope scope, ChannelDraft draft, String who) {
        return transactions.executeWrite(status -> {
            Fields fields = new Fields();
            Optional<ChannelReading.Read> read = reading.read(scope, draft, fields, Optional.empty());
            return read.filter(sound -> fields.sound())
                    .map(sound -> kept(seal(rows.save(sound.channel()), sound.secrets()),
                            "notify.act.channel-add", who))
                    .orElseGet(() -> new Outcome.Rejected<>(fields.problems()));
        });
    }

    /** Encrypted for this channel and no other; its number is known once it is there. */
    private Channel seal(Channel saved, Secrets secrets) {
        return rows.update(saved.with(saved.id(), vault.close(secrets.bytes(), owner(saved.id()))));
    }

    static String owner(long id) {
        return "channel " + id;
    }

    @Override
    public Outcome<Channel> change(Scope scope, long id, Predicate<Channel> still, ChannelDraft draft,
            String who) {
        return transactions.executeWrite(status -> {
            Optional<Channel> old = rows.lock(id).flatMap(held -> find(scope, id));
            if (old.isEmpty()) {
                return new Outcome.Absent<>();
            }
            if (!still.test(old.get())) {
                return new Outcome.Stale<>();
            }
            Fields fields = new Fields();
            Optional<ChannelReading.Read> read = reading.read(scope, draft, fields, old);
            return read.filter(sound -> fields.sound())
                    .map(sound -> kept(seal(sound.channel(), sound.secrets()), "notify.act.channel-change",
                            who))
                    .orElseGet(() -> new Outcome.Rejected<>(fields.problems()));
        });
    }

    /** What waits for it goes with it. */
    @Override
    public Outcome<Channel> remove(Scope scope, long id, String who) {
        return transactions.executeWrite(status -> {
            Optional<Channel> channel = find(scope, id);
            channel.ifPresent(found -> rows.deleteById(id));
            return channel.map(found -> kept(found, "notify.act.channel-remove", who))
                    .orElseGet(Outcome.Absent::new);
        });
    }

    /** A disabled one is told nothing; what waits for it waits. */
    public Outcome<Channel> enable(Scope scope, long id, boolean enabled, String who) {
        return transactions.executeWrite(status -> rows.lock(id).flatMap(held -> find(scope, id))
                .map(found -> kept(rows.update(found.enabled(enabled)),
                        enabled ? "notify.act.channel-enable" : "notify.act.channel-disable", who))
                .orElseGet(Outcome.Absent::new));
    }

    /** Tells it now that this is a test, and says what came of it; nobody on duty is no hindrance. */
    public Optional<Delivery> test(Scope scope, long id, String who) {
        return find(scope, id).map(channel -> {
            Delivery delivery = delivering.test(channel, who);
            audit.record(who, "notify.act.channel-test", "channel:" + id, channel.name() + ": "
                    + (delivery instanceof Delivery.Failed failed ? failed.reason().id() : "sent"));
            return delivery;
        });
    }

    private Outcome<Channel> kept(Channel channel, String action, String who) {
        audit.record(who, action, "channel:" + channel.id(), channel.name());
        return new Outcome.Saved<>(channel);
    }
}
