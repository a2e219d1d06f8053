package vn.vonggac.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that was sent and received for one target under one view, hop by hop. */
public record Exchange(String url, View view, Instant startedAt, Duration took, List<Hop> hops) {

    public Exchange {
        hops = List.copyOf(hops);
    }

    /** The last hop that was requested; announced ones are not. */
    public Optional<Hop> last() {
        for (int i = hops.size() - 1; i >= 0; i--) {
            if (hops.get(i).kind() != Hop.Kind.REFRESH) {
                return Optional.of(hops.get(i));
            }
        }
        return Optional.empty();
    }

    public String finalUrl() {
        return last().map(Hop::url).orElse(url);
    }

    /** The last hop's status, 0 when none came. */
    public int status() {
        return last().flatMap(Hop::answer).map(Answer::status).orElse(0);
    }

    /** The first value of a header of the last answer. */
    public Optional<String> header(String name) {
        return last().flatMap(Hop::answer).flatMap(answer -> answer.header(name));
    }

    /** Where the last answer's {@code Refresh} header points; announced, not followed. */
    public Optional<Hop> refresh() {
        return hops.stream().filter(hop -> hop.kind() == Hop.Kind.REFRESH).findFirst();
    }

    /** Whether every encrypted hop proved who it is. */
    public boolean verified() {
        return hops.stream().noneMatch(hop -> hop.notes().contains(Hop.Note.UNVERIFIED));
    }

    /** Every request and answer head, as they were sent and received. */
    public String heads() {
        StringBuilder text = new StringBuilder();
        for (Hop hop : hops) {
            text.append(hop.method()).append(' ').append(hop.url()).append('\n');
            hop.sent().forEach(header -> text.append(header).append('\n'));
            text.append('\n');
            hop.answer().ifPresent(answer -> {
                text.append(answer.protocol()).append(' ').append(answer.status()).append(' ')
                        .append(answer.reason()).append('\n');
                answer.headers().forEach(header -> text.append(header).append('\n'));
                text.append('\n');
            });
        }
        return text.toString();
    }
}
