package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import vn.vonggac.notify.Letters;
import vn.vonggac.notify.Message;

/**
 * A letter to those who answer for a portal, as it was sent.
 *
 * @param addressee whose address it is
 * @param state waiting, sent, given-up, or gone where its channel was removed
 * @param failure why the last attempt failed, as one word
 */
@Serdeable
@Schema(name = "Notice")
record NoticeItem(long id, String addressee, String address, String subject, String body, String author,
        Instant writtenAt, String state, String failure) {

    static NoticeItem of(Letters.Sent sent) {
        return new NoticeItem(sent.letter().id(), sent.letter().addressee(), sent.letter().address(),
                sent.letter().subject(), sent.letter().body(), sent.letter().author(),
                sent.letter().writtenAt(),
                sent.message().map(Message::state).map(Message.State::id).orElse("gone"),
                sent.message().map(Message::failure).orElse(""));
    }
}
