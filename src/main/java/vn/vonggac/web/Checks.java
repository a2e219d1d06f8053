package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.detect.Verdict;
import vn.vonggac.fetch.Answer;
import vn.vonggac.fetch.Exchange;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.Hop;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Refused;
import vn.vonggac.fetch.Target;
import vn.vonggac.fetch.Views;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.visit.Look;
import vn.vonggac.visit.OnePath;
import vn.vonggac.visit.Visitor;

/** Tells an address from a text, and takes either, or a file, down the one path. */
@Singleton
final class Checks {

    private static final int LONGEST_TEXT = 200_000;
    private static final int LONGEST_ADDRESS = 2000;
    private static final Pattern ADDRESS = Pattern
            .compile("(?i)https?://\\S+|(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}[\\p{L}\\p{N}-]+(?::\\d+)?(?:/\\S*)?");

    private final Visitor visitor;
    private final OnePath path;
    private final Views views;
    private final InstantSource time;

    Checks(Visitor visitor, OnePath path, Views views, InstantSource time) {
        this.visitor = visitor;
        this.path = path;
        this.views = views;
        this.time = time;
    }

    /** What the form asks for, looked at; nothing where the form has nothing that can be looked at. */
    Optional<Checked> check(Form form) {
        Optional<Upload> file = form.upload("file");
        if (file.isPresent()) {
            return Optional.of(read(file.get().name(), file.get().bytes()));
        }
        String what = form.typed("what").strip();
        if (what.isEmpty() && form.sound()) {
            form.reject("what", "web.problem.nothing-to-check");
        } else if (what.length() > LONGEST_TEXT) {
            form.reject("what", "web.problem.long", LONGEST_TEXT, what.length());
        }
        return form.sound() ? Optional.of(check(what)) : Optional.empty();
    }

    private Checked check(String what) {
        boolean address = what.length() <= LONGEST_ADDRESS && ADDRESS.matcher(what).matches();
        return address
                ? visit(what.matches("(?i)https?://.*") ? what : "https://" + what)
                : read("", what.getBytes(StandardCharsets.UTF_8));
    }

    private Checked read(String name, byte[] bytes) {
        Instant start = time.instant();
        PageSource source = new PageSource("", bytes, Optional.empty(), false);
        Verdict verdict = path.judge(Look.given(source, Optional.empty())).verdict();
        return new Checked(name, false, verdict, List.of(), Duration.between(start, time.instant()));
    }

    private Checked visit(String url) {
        Instant start = time.instant();
        Visitor.Visit visit = visitor.visit(Target.of(url), List.copyOf(views.all()), Optional.empty(),
                PortalBaseline.empty(), PortalFacts.UNKNOWN);
        List<Checked.View> seen = visit.exchanges().stream().map(Checks::seen).toList();
        return new Checked(url, true, visit.judgement().verdict(), seen,
                Duration.between(start, time.instant()));
    }

    private static Checked.View seen(FetchResult result) {
        Exchange exchange = result.exchange();
        Optional<Integer> status = exchange.last().flatMap(Hop::answer).map(Answer::status);
        return new Checked.View(exchange.view().id(), status, exchange.finalUrl(),
                outcome(result), Math.max(0, exchange.hops().size() - 1));
    }

    private static String outcome(FetchResult result) {
        return switch (result) {
            case Fetched fetched -> "";
            case NotModified unchanged -> "not-modified";
            case Refused refused -> "refused-" + Form.word(refused.reason());
            case Failed failed -> "failed-" + Form.word(failed.cause());
        };
    }
}
