package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A silence as its table holds it; what it does not name is empty. */
@MappedEntity("silence")
record SilenceRow(@Id @GeneratedValue long id, @Nullable Long portalId, String pagePrefix, String detector,
        String domain, String words, String author, String reason, Instant startsAt, Instant endsAt) {

    static SilenceRow of(Silence silence) {
        Silence.Matcher matcher = silence.matcher();
        return new SilenceRow(silence.id(), matcher.portal().map(Long::valueOf).orElse(null),
                matcher.pagePrefix().orElse(""), matcher.detector().orElse(""), matcher.domain().orElse(""),
                matcher.words().orElse(""), silence.author(), silence.reason(), silence.from(),
                silence.until());
    }

    Silence silence() {
        Silence.Matcher matcher = new Silence.Matcher(Optional.ofNullable(portalId).map(String::valueOf),
                named(pagePrefix), named(detector), named(domain), named(words));
        return new Silence(id, matcher, author, reason, startsAt, endsAt);
    }

    private static Optional<String> named(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}
