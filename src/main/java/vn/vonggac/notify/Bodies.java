package vn.vonggac.notify;

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
    record Post(@JsonProperty("chat_id") String chat, String text,
            @JsonProperty("disable_web_page_preview") boolean plain) {}

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

    String post(Telling telling, String chat) {
        return write(new Post(chat, said(telling), true));
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
