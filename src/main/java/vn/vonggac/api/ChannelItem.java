package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import vn.vonggac.notify.Channel;
import vn.vonggac.notify.ChannelDraft;

/**
 * A way by which people are told of incidents. What is secret is taken in and never shown: left out, or empty, it stays
 * as it is.
 *
 * @param kind mail, webhook, template, chat, rooms, telegram or syslog; it stays what it was
 * @param state enabled or disabled
 * @param target what may be shown of where it leads
 * @param agency the code of the agency, with those below it, of whose portals it is told; none means all
 * @param least the least severity it is told of: info, low, medium, high or critical
 * @param language vi or en
 * @param address host and port of a server, or the address of a web service: of those the whole is a secret
 * @param manner starttls, tls or none; post, put or get; slack, mattermost or teams; udp or tcp
 * @param secret the password, the key that signs, or the token
 * @param headers of a template, such as Authorization: Bearer …
 * @param body of a template, with places such as {{text}}
 * @param after minutes that an incident is left for somebody to take before this channel is told
 * @param again minutes after which it is told again until somebody takes it
 * @param quietFrom when its quiet hours begin, such as 22:00; what is critical or serious knows none
 * @param roster who is on duty when, such as Mon-Fri 07:00-17:00 an@example.gov.vn Nguyễn An
 */
@Serdeable
@Schema(name = "Channel")
record ChannelItem(@Schema(accessMode = Schema.AccessMode.READ_ONLY) long id, String kind, String name,
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) String state,
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) String target, @LeftOut String agency,
        @LeftOut String least, @LeftOut String language, @LeftOut String address, @LeftOut String manner,
        @LeftOut String account,
        @Schema(accessMode = Schema.AccessMode.WRITE_ONLY, requiredMode = Schema.RequiredMode.NOT_REQUIRED) String secret,
        @LeftOut String sender, @LeftOut List<String> recipients,
        @Schema(accessMode = Schema.AccessMode.WRITE_ONLY, requiredMode = Schema.RequiredMode.NOT_REQUIRED) List<String> headers,
        @LeftOut String body, @LeftOut String after, @LeftOut String again, @LeftOut String quietFrom,
        @LeftOut String quietTo, @LeftOut List<String> roster) {

    ChannelItem {
        recipients = List.copyOf(recipients);
        headers = List.copyOf(headers);
        roster = List.copyOf(roster);
    }

    /** The draft comes out of the store without what is secret. */
    static ChannelItem of(Channel channel, ChannelDraft draft) {
        return new ChannelItem(channel.id(), draft.kind(), draft.name(),
                channel.enabled() ? "enabled" : "disabled", channel.target(), draft.agency(), draft.least(),
                draft.language(), draft.address(), draft.manner(), draft.account(), draft.secret(),
                draft.sender(), draft.recipients().lines().toList(), draft.headers().lines().toList(),
                draft.body(), draft.after(), draft.again(), draft.quietFrom(), draft.quietTo(),
                draft.roster().lines().toList());
    }
}
