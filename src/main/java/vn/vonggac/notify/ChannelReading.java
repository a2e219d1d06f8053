package vn.vonggac.notify;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.vonggac.account.Vault;
import vn.vonggac.detect.Severity;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.Fields;
import vn.vonggac.portal.Problem;
import vn.vonggac.portal.Scope;

/** Makes a channel of what somebody typed, and says what is wrong with it. */
@Singleton
final class ChannelReading {

    private static final Pattern SERVER = Pattern
            .compile("([a-zA-Z0-9._-]{1,253}|\\[[0-9a-fA-F:]+])(?::(\\d{1,5}))?");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9_.-]{1,64}:\\s*\\S.*");
    /** What not every kind of channel has. */
    private static final Set<String> PARTICULAR = Set.of("address", "account", "secret", "sender",
            "recipients", "headers", "body", "roster");
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int SHORTEST_SECRET = 16;

    private final ChannelRows rows;
    private final Agencies agencies;
    private final Vault vault;
    private final InstantSource time;

    ChannelReading(ChannelRows rows, Agencies agencies, Vault vault, InstantSource time) {
        this.rows = rows;
        this.agencies = agencies;
        this.vault = vault;
        this.time = time;
    }

    /** A channel as it shall be, and what of it is to be encrypted. */
    record Read(Channel channel, Secrets secrets) {}

    Optional<Read> read(Scope scope, ChannelDraft draft, Fields fields, Optional<Channel> old) {
        Optional<ChannelKind> kind = ChannelKind.named(draft.kind())
                .filter(chosen -> old.map(Channel::kind).filter(known -> known != chosen).isEmpty());
        if (kind.isEmpty()) {
            reject(fields, "kind", "choice", brief(draft.kind()));
        }
        return kind.map(chosen -> new Form(chosen, draft, fields, old).read(scope));
    }

    /** One form while it is read. */
    private final class Form {

        private final ChannelKind kind;
        private final ChannelDraft draft;
        private final Fields fields;
        private final Optional<Channel> old;
        private final Secrets known;

        Form(ChannelKind kind, ChannelDraft draft, Fields fields, Optional<Channel> old) {
            this.kind = kind;
            this.draft = draft;
            this.fields = fields;
            this.old = old;
            this.known = old.map(channel -> Secrets
                    .of(vault.open(channel.sealed(), Channels.owner(channel.id()))))
                    .orElse(new Secrets("", "", ""));
        }

        Read read(Scope scope) {
            draft.values().forEach(this::asked);
            String name = name();
            Long agency = agency(scope);
            Secrets secrets = new Secrets(secretAddress(), headers(), secret());
            Channel channel = new Channel(old.map(Channel::id).orElse(0L), name, kind,
                    old.map(Channel::enabled).orElse(true), agency, least(), language(),
                    target(secrets.address()), manner(), line("account", draft.account(), 200), sender(),
                    recipients(), body(), old.map(Channel::sealed).orElse(""),
                    fields.number("after", draft.after(), 0, 0, MOST_MINUTES),
                    fields.number("again", draft.again(), 0, 0, MOST_MINUTES),
                    clock("quietFrom", draft.quietFrom()), clock("quietTo", draft.quietTo()), roster(),
                    old.map(Channel::createdAt)
                            .orElseGet(() -> time.instant().truncatedTo(ChronoUnit.MILLIS)));
            whole(channel, secrets);
            return new Read(channel, secrets);
        }

        /** What would be left out in silence is said. */
        private void asked(String field, String typed) {
            boolean extra = PARTICULAR.contains(field) && !kind.asksFor(field)
                    || field.equals("manner") && kind.manners().isEmpty();
            if (extra && !typed.isBlank()) {
                reject(fields, field, "not-asked");
            }
        }

        private String name() {
            String name = fields.needed("name", draft.name(), 100);
            rows.named(name).filter(same -> old.map(Channel::id).filter(id -> id == same.id()).isEmpty())
                    .ifPresent(same -> fields.reject("name", "taken", name));
            return name;
        }

        private @Nullable Long agency(Scope scope) {
            String code = fields.line("agency", draft.agency(), 50);
            Optional<Long> agency = agencies.withCode(scope, code).map(Agency::id);
            if (agency.isEmpty() && (!code.isEmpty() || !scope.everything())) {
                fields.reject("agency", code.isEmpty() ? "missing" : "no-agency", code);
            }
            return agency.orElse(null);
        }

        private Severity least() {
            return fields.choice("least", draft.least(), Severity.class).orElse(Severity.MEDIUM);
        }

        private String language() {
            String language = draft.language().isBlank() ? "vi" : draft.language().strip();
            return among("language", language, List.of("vi", "en"));
        }

        private String manner() {
            List<String> manners = kind.manners();
            if (manners.isEmpty()) {
                return "";
            }
            return among("manner", draft.manner().isBlank() ? manners.getFirst() : draft.manner().strip(),
                    manners);
        }

        private String among(String field, String typed, List<String> known) {
            if (!known.contains(typed)) {
                reject(fields, field, "choice", brief(typed));
            }
            return known.contains(typed) ? typed : known.getFirst();
        }

        private String line(String field, String typed, int longest) {
            return kind.asksFor(field) ? fields.line(field, typed, longest) : "";
        }

        private String secret() {
            return kept(kind.asksFor("secret"), fields.line("secret", draft.secret(), 500), known::secret);
        }

        private String headers() {
            String typed = kind.asksFor("headers") ? fields.text("headers", draft.headers(), 4000) : "";
            typed.lines().filter(line -> !HEADER.matcher(line).matches()).findFirst()
                    .ifPresent(line -> reject(fields, "headers", "header", brief(line)));
            return kept(kind.asksFor("headers"), typed, known::headers);
        }

        private String secretAddress() {
            if (!kind.addressSecret()) {
                return "";
            }
            String typed = kept(true, fields.line("address", draft.address(), 2000), known::address);
            if (typed.isEmpty()) {
                fields.reject("address", "missing");
            } else if (fields.isSound("address") && host(typed).isEmpty()) {
                reject(fields, "address", "url");
            }
            return typed;
        }

        private static String kept(boolean asked, String typed, Supplier<String> known) {
            return !asked ? "" : typed.isEmpty() ? known.get() : typed;
        }

        private String target(String secretAddress) {
            return switch (kind) {
                case WEBHOOK, TEMPLATE, CHAT, ROOMS -> host(secretAddress).orElse("");
                case TELEGRAM -> "telegram.org";
                case MAIL, SYSLOG -> server();
            };
        }

        private String server() {
            String typed = fields.needed("address", draft.address(), 270);
            if (fields.isSound("address") && !SERVER.matcher(typed).matches()) {
                reject(fields, "address", "server");
            }
            return typed;
        }

        private String sender() {
            String sender = line("sender", draft.sender(), 200);
            if (kind == ChannelKind.MAIL && !MAIL.matcher(sender).matches()) {
                reject(fields, "sender", "mail", brief(sender));
            }
            return sender;
        }

        private String recipients() {
            String typed = kind.asksFor("recipients")
                    ? fields.text("recipients", draft.recipients(), 4000)
                    : "";
            List<String> each = Arrays.stream(typed.split("[\\r\\n,;]+")).map(String::strip)
                    .filter(one -> !one.isEmpty()).distinct().toList();
            addressed("recipients", each);
            return String.join("\n", each);
        }

        private void addressed(String field, List<String> addresses) {
            if (kind == ChannelKind.MAIL) {
                addresses.stream().filter(one -> !MAIL.matcher(one).matches()).findFirst()
                        .ifPresent(one -> reject(fields, field, "mail", brief(one)));
            }
        }

        private String body() {
            String body = kind.asksFor("body") ? fields.text("body", draft.body(), 8000) : "";
            Filled.unknown(body).ifPresent(place -> reject(fields, "body", "place", brief(place)));
            return body;
        }

        private String clock(String field, String typed) {
            String text = fields.line(field, typed, 5);
            if (!text.isEmpty() && QuietHours.time(text).isEmpty()) {
                reject(fields, field, "clock", brief(text));
            }
            return text;
        }

        private String roster() {
            String roster = kind.asksFor("roster") ? fields.text("roster", draft.roster(), 8000) : "";
            Roster.wrong(roster).ifPresent(line -> reject(fields, "roster", "roster", brief(line)));
            addressed("roster", Roster.read(roster).addresses());
            return roster;
        }

        /** A kept password goes to the server it was typed for, and to no other. */
        private boolean leadsElsewhere(Channel channel) {
            return old.filter(before -> !before.target().equals(channel.target())).isPresent();
        }

        /** What is wrong only together. */
        private void whole(Channel channel, Secrets secrets) {
            boolean nobody = channel.recipients().isEmpty() && channel.roster().isBlank();
            boolean needed = kind == ChannelKind.MAIL || kind == ChannelKind.TELEGRAM
                    || kind == ChannelKind.ROOMS;
            if (nobody && needed && fields.isSound("recipients")) {
                reject(fields, "recipients", "nobody");
            }
            if (kind == ChannelKind.MAIL && channel.account().isEmpty() != secrets.secret().isEmpty()) {
                reject(fields, "account", "half");
            }
            if (channel.manner().equals("none") && !channel.account().isEmpty()) {
                reject(fields, "manner", "clear");
            }
            if (kind == ChannelKind.WEBHOOK && secrets.secret().length() < SHORTEST_SECRET) {
                reject(fields, "secret", "short-secret", SHORTEST_SECRET);
            }
            boolean token = kind == ChannelKind.TELEGRAM || kind == ChannelKind.ROOMS;
            if (token && secrets.secret().isEmpty()) {
                fields.reject("secret", "missing");
            }
            boolean elsewhere = leadsElsewhere(channel) && kind != ChannelKind.WEBHOOK;
            if (elsewhere && draft.secret().isEmpty() && !known.secret().isEmpty()) {
                reject(fields, "secret", "again");
            }
            if (elsewhere && draft.headers().isEmpty() && !known.headers().isEmpty()) {
                reject(fields, "headers", "again");
            }
            if (channel.quietFrom().isEmpty() != channel.quietTo().isEmpty()) {
                reject(fields, "quietTo", "half-quiet");
            }
        }
    }

    /** The host of a whole web address; places in it stand for anything. */
    private static Optional<String> host(String address) {
        try {
            URI uri = URI.create(Filled.sample(address));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return Optional.ofNullable(uri.getHost()).filter(host -> web && uri.getUserInfo() == null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String brief(String typed) {
        return typed.substring(0, Math.min(typed.length(), 50));
    }

    private static void reject(Fields fields, String field, String key, Object... arguments) {
        fields.reject(new Problem(field, "notify.problem." + key, List.of(arguments)));
    }
}
