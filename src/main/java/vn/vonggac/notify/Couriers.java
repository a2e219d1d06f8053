package vn.vonggac.notify;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.account.Vault;
import vn.vonggac.fetch.FetchConfig;
import vn.vonggac.fetch.Outgoing;

/** Opens a channel and sends by it, each kind in its own way. */
@Singleton
final class Couriers {

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final int SUBMISSION = 587;
    private static final int SYSLOG = 514;

    private final Vault vault;
    private final Outgoing outgoing;
    private final MailCourier mail;
    private final WebCourier web;
    private final RoomCourier rooms;
    private final SyslogCourier syslog;

    Couriers(Vault vault, NotifyConfig config, FetchConfig fetch, Bodies bodies) {
        this.vault = vault;
        outgoing = new Outgoing(config.allow(), fetch.hosts(), config.proxyAddress(), config.timeout());
        mail = new MailCourier(outgoing, config.timeout(),
                (SSLSocketFactory) SSLSocketFactory.getDefault());
        Asking asking = new Asking(outgoing);
        web = new WebCourier(asking, bodies);
        rooms = new RoomCourier(asking, bodies);
        syslog = new SyslogCourier(outgoing, config.timeout());
    }

    /** @param told whom it reaches, where it reaches anybody in particular */
    Delivery send(Channel channel, Telling telling, List<String> told, Round round) {
        return guarded(channel, () -> switch (open(channel, told)) {
            case Means.Mail means -> mail.send(means, telling);
            case Means.Webhook means -> web.send(means, telling);
            case Means.Chat means -> web.send(means, telling);
            case Means.Template means -> web.send(means, telling, round);
            case Means.Rooms means -> rooms.send(means, telling, round);
            case Means.Telegram means -> rooms.send(means, telling, round);
            case Means.Syslog means -> syslog.send(means, telling);
        });
    }

    /** Sends by a channel of mail to one address, which is none of those it tells. */
    Delivery send(Channel channel, Telling telling, String address) {
        return guarded(channel, () -> open(channel, List.of(address)) instanceof Means.Mail means
                ? mail.send(means, telling)
                : new Delivery.Failed(Delivery.Reason.NOBODY, ""));
    }

    private static Delivery guarded(Channel channel, Supplier<Delivery> sending) {
        try {
            return sending.get();
        } catch (RuntimeException e) {
            LOG.error("Channel {} could not be told", channel.id(), e);
            return new Delivery.Failed(Delivery.Reason.BROKEN, e.getClass().getSimpleName());
        }
    }

    private Means open(Channel channel, List<String> told) {
        Secrets secrets = Secrets.of(vault.open(channel.sealed(), Channels.owner(channel.id())));
        Server server = Server.of(channel.target(),
                channel.kind() == ChannelKind.SYSLOG ? SYSLOG : SUBMISSION);
        return switch (channel.kind()) {
            case MAIL -> new Means.Mail(server.host(), server.port(), channel.manner(), channel.account(),
                    secrets.secret(), channel.sender(), told);
            case WEBHOOK -> new Means.Webhook(secrets.address(), secrets.secret());
            case TEMPLATE -> new Means.Template(channel.manner(), secrets.address(),
                    headers(secrets.headers()), channel.body(), secrets.secret(), told);
            case CHAT -> new Means.Chat(channel.manner(), secrets.address());
            case ROOMS -> new Means.Rooms(channel.manner(), secrets.address(), secrets.secret(), told);
            case TELEGRAM -> new Means.Telegram(secrets.secret(), told);
            case SYSLOG -> new Means.Syslog(server.host(), server.port(), channel.manner().equals("tcp"));
        };
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        Arrays.stream(lines.split("\\R")).filter(line -> line.indexOf(':') > 0)
                .forEach(line -> headers.put(line.substring(0, line.indexOf(':')).strip(),
                        line.substring(line.indexOf(':') + 1).strip()));
        return headers;
    }

    /** A host and its port. */
    private record Server(String host, int port) {

        static Server of(String target, int usual) {
            int colon = target.lastIndexOf(':');
            boolean named = colon > target.lastIndexOf(']') && colon > 0;
            String host = (named ? target.substring(0, colon) : target).replaceAll("[\\[\\]]", "");
            return new Server(host, named ? Integer.parseInt(target.substring(colon + 1)) : usual);
        }
    }

    @PreDestroy
    void close() {
        outgoing.close();
    }
}
