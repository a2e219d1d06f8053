package vn.vonggac.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One exchange from its first hop to its last; every hop goes through the gate and keeps its evidence. */
final class Walk {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int REDIRECT_BODY = 65_536;
    private static final Pattern REFRESH = Pattern.compile("(?i)\\s*[\\d.]*\\s*[;,]?\\s*url\\s*=\\s*(.*)");

    private final Parts parts;
    private final Target target;
    private final View view;
    private final IntPredicate budget;
    private final Instant startedAt;
    private final long start = System.nanoTime();
    private final List<Hop> hops = new ArrayList<>();
    private final Cookies cookies = new Cookies();
    private final Set<String> been = new HashSet<>();
    private @Nullable StrictUrl previous;

    /** What every walk of a fetcher shares. */
    record Parts(FetchConfig config, Gate gate, Wire wire, Turns turns, Protection protection,
            Unpacking unpacking) {}

    Walk(Parts parts, Target target, View view, Instant startedAt, IntPredicate budget) {
        this.parts = parts;
        this.target = target;
        this.view = view;
        this.startedAt = startedAt;
        this.budget = budget;
    }

    FetchResult run(Deadlines.Watch watch) throws InterruptedException {
        Step step = new Go(parts.gate().check(target.url(), target.ports()), target.url());
        while (step instanceof Go go) {
            step = take(go, watch);
        }
        return ((Done) step).result();
    }

    /** Before anything was asked. */
    Refused refused(Refused.Reason reason, String detail) {
        return new Refused(exchange(), reason, detail, Optional.empty());
    }

    Failed interrupted() {
        return new Failed(exchange(), Failed.Cause.INTERRUPTED, "");
    }

    private sealed interface Step {}

    private record Go(Passage passage, String written) implements Step {}

    private record Done(FetchResult result) implements Step {}

    private Step take(Go go, Deadlines.Watch watch) throws InterruptedException {
        return switch (go.passage()) {
            case Passage.Shut shut -> {
                note(go.written());
                yield new Done(refused(Refused.Reason.GATE, shut.rule()));
            }
            case Passage.Unresolved none -> {
                note(go.written());
                yield new Done(new Failed(exchange(), none.cause(), none.url().host()));
            }
            case Passage.Open open -> ask(open, watch);
        };
    }

    private Step ask(Passage.Open open, Deadlines.Watch watch) throws InterruptedException {
        StrictUrl url = open.url();
        Optional<Failed.Cause> late = watch.fired();
        if (late.isPresent()) {
            return new Done(new Failed(exchange(), late.get(), url.toString()));
        }
        been.add(place(url));
        Call call = new Call(url, open.addresses(), open.dns(),
                verified -> Requests.headers(parts.config(), view, url, asked(url), cookie(url, verified)),
                answer -> isRedirect(answer) ? REDIRECT_BODY : parts.config().limits().received(), budget);
        InetAddress address = open.addresses().getFirst();
        if (!parts.turns().arrive(address, watch.left())) {
            return new Done(refused(Refused.Reason.PACE, address.getHostAddress()));
        }
        try {
            return came(url, parts.wire().send(call, watch));
        } finally {
            parts.turns().depart(address);
        }
    }

    private Step came(StrictUrl url, Reply reply) {
        return switch (reply) {
            case Reply.Broke broke -> {
                hops.add(hop(url, broke.trace(), Optional.empty(), 0, Optional.empty()));
                yield new Done(new Failed(exchange(), broke.cause(), broke.detail()));
            }
            case Reply.Came came -> {
                hops.add(hop(url, came.trace(), Optional.of(came.answer()), came.body().bytes().length,
                        beside(came)));
                yield judge(url, came);
            }
        };
    }

    private Step judge(StrictUrl url, Reply.Came came) {
        Answer answer = came.answer();
        if (answer.status() == 304) {
            return new Done(asked(url).isPresent()
                    ? new NotModified(exchange())
                    : new Failed(exchange(), Failed.Cause.UNASKED_NOT_MODIFIED, ""));
        }
        if (isRedirect(answer) && target.purpose() != Target.Purpose.PROBE) {
            if (isVerified(came.trace())) {
                cookies.keep(url, answer);
            }
            return next(url, answer.header("Location").orElseThrow());
        }
        Body body = body(came);
        announce(url, answer);
        Optional<String> refuses = parts.protection().refuses(answer, body.decoded());
        return new Done(refuses.isEmpty()
                ? new Fetched(exchange(), body)
                : new Refused(exchange(), Refused.Reason.PROTECTION, refuses.get(), Optional.of(body)));
    }

    private Step next(StrictUrl from, String location) {
        try {
            StrictUrl to = from.resolve(location);
            if (been.contains(place(to))) {
                return new Done(refused(Refused.Reason.REDIRECT_LOOP, to.toString()));
            }
            if (hops.size() > parts.config().limits().redirects()) {
                return new Done(refused(Refused.Reason.TOO_MANY_REDIRECTS, to.toString()));
            }
            return new Go(parts.gate().check(to, target.ports()), to.toString());
        } catch (Barred e) {
            return new Go(new Passage.Shut(e.rule()), location);
        }
    }

    /** Where the chain is: the same URL with another cookie is another place. */
    private String place(StrictUrl url) {
        return cookies.to(url).map(cookie -> url + " " + cookie).orElseGet(url::toString);
    }

    private Body body(Reply.Came came) {
        Received unpacked = parts.unpacking().unpack(came.body(), came.answer().all("Content-Encoding"));
        String type = came.answer().header("Content-Type").orElse("");
        return new Body(came.body().bytes(), unpacked.bytes(), type, MediaKind.of(unpacked.bytes(), type),
                unpacked.cut());
    }

    /** What a redirect says beside its target. */
    private Optional<Body> beside(Reply.Came came) {
        return isRedirect(came.answer()) && came.body().bytes().length > 0
                ? Optional.of(body(came))
                : Optional.empty();
    }

    private void announce(StrictUrl url, Answer answer) {
        Matcher refresh = REFRESH.matcher(answer.header("Refresh").orElse(""));
        if (refresh.matches()) {
            String written = refresh.group(1).strip().replaceAll("^[\"']|[\"']$", "");
            hops.add(new Hop(Hop.Kind.REFRESH, "GET", absolute(url, written), Optional.empty(), List.of(),
                    Optional.empty(), Timings.NONE, Optional.empty(), Set.of(), 0,
                    Optional.empty()));
        }
    }

    private static String absolute(StrictUrl url, String written) {
        try {
            return url.resolve(written).toString();
        } catch (Barred e) {
            return written;
        }
    }

    private Optional<Validators> asked(StrictUrl url) {
        return view.id().equals(View.CITIZEN)
                ? target.validators().filter(known -> known.url().equals(url.toString()))
                : Optional.empty();
    }

    private Optional<String> cookie(StrictUrl url, boolean verified) {
        return verified ? cookies.to(url) : Optional.empty();
    }

    /** A hop that was not asked: the gate refused it, or its name has no address. */
    private void note(String url) {
        hops.add(new Hop(kind(), "GET", url, Optional.empty(), List.of(), Optional.empty(), Timings.NONE,
                Optional.empty(), Set.of(), 0, Optional.empty()));
    }

    private Hop hop(StrictUrl url, Reply.Trace trace, Optional<Answer> answer, int received,
            Optional<Body> body) {
        return new Hop(kind(), "GET", url.toString(), trace.address(), trace.sent(), answer, trace.timings(),
                trace.tls(), notes(url, trace), received, body);
    }

    private Hop.Kind kind() {
        return hops.isEmpty() ? Hop.Kind.FIRST : Hop.Kind.REDIRECT;
    }

    private Set<Hop.Note> notes(StrictUrl url, Reply.Trace trace) {
        Set<Hop.Note> notes = EnumSet.noneOf(Hop.Note.class);
        if (trace.reused()) {
            notes.add(Hop.Note.REUSED);
        }
        if (!isVerified(trace)) {
            notes.add(Hop.Note.UNVERIFIED);
        }
        if (previous != null && !previous.host().equals(url.host())) {
            notes.add(Hop.Note.CROSS_HOST);
        } else if (previous != null && url.secure() && !previous.secure()) {
            notes.add(Hop.Note.HTTPS_UPGRADE);
        }
        if (previous != null && previous.secure() && !url.secure()) {
            notes.add(Hop.Note.HTTPS_DOWNGRADE);
        }
        previous = url;
        return notes;
    }

    private static boolean isVerified(Reply.Trace trace) {
        return trace.tls().map(facts -> facts.problems().isEmpty()).orElse(true);
    }

    private static boolean isRedirect(Answer answer) {
        return REDIRECTS.contains(answer.status())
                && answer.header("Location").filter(location -> !location.isBlank()).isPresent();
    }

    private Exchange exchange() {
        return new Exchange(target.url(), view, startedAt, Duration.ofNanos(System.nanoTime() - start), hops);
    }
}
