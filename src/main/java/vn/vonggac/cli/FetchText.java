package vn.vonggac.cli;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.vonggac.detect.Messages;
import vn.vonggac.fetch.Body;
import vn.vonggac.fetch.Decoding;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.Header;
import vn.vonggac.fetch.Hop;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Refused;
import vn.vonggac.fetch.Timings;
import vn.vonggac.fetch.TlsFacts;

/** An exchange in words: a line a hop, below it what was sent and what came, and the outcome last. */
final class FetchText {

    private final Messages messages = Messages.in(Locale.getDefault());
    private final StringBuilder text = new StringBuilder();

    private FetchText() {}

    static String of(FetchResult result) {
        FetchText printed = new FetchText();
        result.exchange().hops().forEach(printed::hop);
        printed.outcome(result);
        return printed.text.toString();
    }

    private void hop(Hop hop) {
        String status = hop.answer()
                .map(answer -> answer.protocol() + " " + answer.status() + " " + answer.reason())
                .orElse("-");
        line("", status.strip() + "  " + hop.url());
        hop.address().map(InetAddress::getHostAddress)
                .ifPresent(address -> line("  ",
                        address + "  " + timings(hop.timings()) + "  " + hop.received() + " B"));
        hop.notes().stream().sorted().forEach(note -> line("  ! ", messages.text(note.key())));
        hop.tls().ifPresent(this::certificate);
        headers("  > ", hop.sent());
        hop.answer().ifPresent(answer -> headers("  < ", answer.headers()));
    }

    private void certificate(TlsFacts facts) {
        line("  ", facts.protocol() + "  " + facts.cipher());
        facts.chain()
                .forEach(one -> line("  ", one.subject() + "  <- " + one.issuer() + "  " + one.notBefore()
                        + " .. " + one.notAfter() + "  " + one.names()));
        facts.problems().stream().sorted().forEach(problem -> line("  ! ", messages.text(problem.key())));
    }

    private void headers(String start, List<Header> headers) {
        headers.forEach(header -> line(start, header.toString()));
    }

    private void outcome(FetchResult result) {
        switch (result) {
            case Fetched fetched -> {
                body(fetched.body());
                line("", messages.text("fetch.result.fetched"));
            }
            case NotModified same -> line("", messages.text("fetch.result.not-modified"));
            case Refused refused -> {
                refused.body().ifPresent(this::body);
                line("", messages.text(refused.reason().key()) + " (" + refused.detail() + ")");
            }
            case Failed failed ->
                line("", messages.text(failed.cause().key()) + " (" + failed.detail() + ")");
        }
        if (result.exchange().view().id().equals("search-engine")) {
            line("", messages.text("fetch.view-limit"));
        }
    }

    private void body(Body body) {
        Decoding decoding = body.text();
        line("", body.contentType() + "  " + body.kind() + "  " + body.received().length + " B -> "
                + body.decoded().length + " B  " + decoding.charset() + " (" + decoding.found() + ")");
        body.cut().ifPresent(cut -> line("! ", messages.text(cut.key())));
    }

    private static String timings(Timings timings) {
        return "dns " + millis(timings.dns()) + ", connect " + millis(timings.connect()) + ", tls "
                + millis(timings.tls()) + ", first byte " + millis(timings.firstByte()) + ", last byte "
                + millis(timings.lastByte());
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
    }

    /** What a server sent may hold control sequences for the terminal; none of them gets there. */
    private void line(String start, String content) {
        String shown = content.codePoints()
                .mapToObj(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                        ? "\ufffd"
                        : Character.toString(c))
                .collect(Collectors.joining());
        text.append(start).append(shown).append(System.lineSeparator());
    }
}
