package vn.vonggac.notify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.audit.Slug;

/** A way of telling: what its form asks for, which manners there are, and whether its address is a secret. */
public enum ChannelKind {
    MAIL(List.of("starttls", "tls", "none"), false, "account", "secret", "sender", "recipients",
            "roster"), WEBHOOK(List.of(), true, "secret"), TEMPLATE(List.of("post", "put", "get"), true,
                    "secret", "headers", "body", "recipients",
                    "roster"), CHAT(List.of("slack", "mattermost", "teams"), true), ROOMS(
                            List.of("mattermost", "slack"), true,
                            "secret", "recipients"), TELEGRAM(List.of(), false,
                                    "secret", "recipients", "roster"), SYSLOG(List.of("udp", "tcp"), false);

    private final List<String> manners;
    private final boolean addressSecret;
    private final Set<String> fields;

    ChannelKind(List<String> manners, boolean addressSecret, String... fields) {
        this.manners = manners;
        this.addressSecret = addressSecret;
        this.fields = Set.of(fields);
    }

    public String id() {
        return Slug.of(this);
    }

    public static Optional<ChannelKind> named(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** The manners it knows, the usual one first. */
    public List<String> manners() {
        return manners;
    }

    /** Whether the whole address is hidden like a password, because it is one. */
    public boolean addressSecret() {
        return addressSecret;
    }

    public boolean asksFor(String field) {
        return field.equals("address") ? this != TELEGRAM : fields.contains(field);
    }
}
