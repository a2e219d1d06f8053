package vn.vonggac.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import vn.vonggac.cli.Checked.SeenView;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.detect.Verdict;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.Hop;
import vn.vonggac.fetch.Target;
import vn.vonggac.fetch.View;
import vn.vonggac.fetch.Views;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.visit.Look;
import vn.vonggac.visit.OnePath;
import vn.vonggac.visit.Sight;
import vn.vonggac.visit.Visitor;

/** Brings home what a target names, an address, a file or standard input, and sends it down the one path. */
final class Checks {

    private static final int MOST_INPUT = 32 * 1024 * 1024;
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+://.*");
    private static final Pattern MARKUP = Pattern
            .compile("(?is).*<(html|body|head|div|p|a|table|script|title|!doctype)\\b.*");

    private final Offline offline;
    private final String url;
    private final Optional<Path> baseline;
    private final List<String> views;

    Checks(Offline offline, String url, Optional<Path> baseline, List<String> views) {
        this.offline = offline;
        this.url = url;
        this.baseline = baseline;
        this.views = views;
    }

    Optional<String> unknownView() {
        return views.isEmpty()
                ? Optional.empty()
                : views.stream().filter(view -> offline.part(Views.class).find(view).isEmpty()).findFirst();
    }

    List<String> knownViews() {
        return offline.part(Views.class).all().stream().map(View::id).toList();
    }

    Checked check(String target) {
        long start = System.nanoTime();
        try {
            return ADDRESS.matcher(target).matches() ? address(target, start) : bytes(target, start);
        } catch (IOException e) {
            String reason = "unread: " + target + ": " + describe(e);
            return checked(target, url, new Verdict(Verdict.Level.INCOMPLETE, 0, List.of(), List.of(reason)),
                    List.of(),
                    start);
        }
    }

    private Checked address(String address, long start) throws IOException {
        List<View> wanted = views.isEmpty()
                ? List.copyOf(offline.part(Views.class).all())
                : views.stream().flatMap(view -> offline.part(Views.class).find(view).stream()).toList();
        Visitor.Visit visit = offline.part(Visitor.class).visit(Target.typed(address), wanted, usual(address),
                PortalBaseline.empty(),
                PortalFacts.UNKNOWN);
        List<SeenView> seen = visit.exchanges().stream().map(Checks::seen).toList();
        return checked(address, address, visit.judgement().verdict(), seen, start);
    }

    private Checked bytes(String target, long start) throws IOException {
        PageSource source = target.equals("-") ? standardInput() : Offline.source(Path.of(target), url);
        Look look = Look.given(source, usual(url));
        SeenView seen = new SeenView(Sight.CITIZEN, 0, url, List.of(), DigestUtils.sha256Hex(source.body()));
        return checked(target, url, offline.part(OnePath.class).judge(look).verdict(), List.of(seen), start);
    }

    private Optional<Baseline> usual(String address) throws IOException {
        return baseline.isEmpty() ? Optional.empty() : Optional.of(offline.learned(baseline.get(), address));
    }

    private PageSource standardInput() throws IOException {
        byte[] body = limited(System.in);
        boolean markup = MARKUP.matcher(new String(body, StandardCharsets.UTF_8)).matches();
        return new PageSource(url, body, Optional.of(markup ? "text/html" : "text/plain"),
                body.length == MOST_INPUT);
    }

    private static byte[] limited(InputStream in) throws IOException {
        return in.readNBytes(MOST_INPUT);
    }

    private static SeenView seen(FetchResult result) {
        String hash = result instanceof Fetched fetched
                ? DigestUtils.sha256Hex(fetched.body().decoded())
                : "";
        return new SeenView(result.exchange().view().id(), result.exchange().status(),
                result.exchange().finalUrl(),
                result.exchange().hops().stream().map(Hop::url).toList(), hash);
    }

    private static Checked checked(String target, String address, Verdict verdict, List<SeenView> seen,
            long start) {
        return new Checked(target, address, verdict, seen, (System.nanoTime() - start) / 1_000_000);
    }

    private static String describe(IOException e) {
        return e instanceof NoSuchFileException ? "no such file" : String.valueOf(e.getMessage());
    }
}
