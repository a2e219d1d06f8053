package vn.vonggac.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vonggac.audit.Slug;
import vn.vonggac.incident.Outline;

/** What programs are sent, as JSON. */
@Singleton
final class Bodies {

    private final JsonMapper json;

    Bodies(JsonMapper json) {
        this.json = json;
    }

    /** The body of a webhook of our own making. */
    @Serdeable
    record Notice(String message, String thread, String event, Instant at, String subject, String text,
            String url, List<String> deeds, Optional<Case> incident) {}

    /** The incident it is about, with addresses as they are. */
    @Serdeable
    record Case(long id, String portal, String home, String agency, String kind, String status,
            String severity, String gravity, Instant t0, int pages, String firstPage, List<String> hosts) {

        static Case of(Telling.Facts facts) {
            Outline incident = facts.incident();
            return new Case(incident.id(), incident.named(), facts.home(), facts.agency(),
                    incident.kind().id(), Slug.of(incident.status()), Slug.of(incident.severity()),
                    Slug.of(incident.gravity()), incident.t0(), incident.pages(), incident.firstPage(),
                    incident.domains());
        }
    }

    @Serdeable
    record Said(String text) {}

    /** A message of Teams: an adaptive card with the words in it. */
    @Serdeable
    record Card(String type, List<Attachment> attachments) {}

    @Serdeable
    record Attachment(String contentType, Content content) {}

    @Serdeable
    record Content(String type, String version, List<Block> body) {}

    @Serdeable
    record Block(String type, String text, String weight, boolean wrap) {}

    /** To one chat of Telegram. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Post(@JsonProperty("chat_id") String chat, String text,
            @JsonProperty("disable_web_page_preview") boolean plain,
            @JsonProperty("reply_parameters") Optional<Reply> reply) {}

    /** Below another message of Telegram, as long as it is there. */
    @Serdeable
    record Reply(@JsonProperty("message_id") long message,
            @JsonProperty("allow_sending_without_reply") boolean anyway) {}

    /** To a room of Slack. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SlackPost(String channel, String text, @JsonProperty("thread_ts") Optional<String> thread,
            @JsonProperty("unfurl_links") boolean shown, @JsonProperty("unfurl_media") boolean played) {}

    /** To a room of Mattermost. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record MattermostPost(@JsonProperty("channel_id") String channel, String message,
            @JsonProperty("root_id") Optional<String> root) {}

    String notice(Telling telling) {
        return write(new Notice(telling.key(), telling.thread(), telling.event(), telling.at(),
                telling.subject(), telling.text(), telling.link(),
                telling.facts().map(Telling.Facts::deeds).orElse(List.of()),
                telling.facts().map(Case::of)));
    }

    /** For Slack and Mattermost. */
    String chat(Telling telling) {
        return write(new Said(said(telling)));
    }

    String card(Telling telling) {
        List<Block> blocks = List.of(new Block("TextBlock", telling.subject(), "bolder", true),
                new Block("TextBlock", telling.text().replace("\n", "\n\n"), "default", true));
        return write(new Card("message",
                List.of(new Attachment("application/vnd.microsoft.card.adaptive",
                        new Content("AdaptiveCard", "1.4", blocks)))));
    }

    String post(Telling telling, String chat, Optional<String> root) {
        return write(new Post(chat, said(telling), true,
                root.map(message -> new Reply(Long.parseLong(message), true))));
    }

    String slack(Telling telling, String room, Optional<String> root) {
        return write(new SlackPost(room, said(telling), root, false, false));
    }

    String mattermost(Telling telling, String room, Optional<String> root) {
        return write(new MattermostPost(room, said(telling), root));
    }

    private static String said(Telling telling) {
        return telling.subject() + "\n" + telling.text();
    }

    private String write(Object body) {
        try {
            return new String(json.writeValueAsBytes(body), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
