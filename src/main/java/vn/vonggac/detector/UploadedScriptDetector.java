package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Script;

/**
 * A program where a portal keeps what people upload: a script that the server makes there, or a service worker, which
 * stays in the visitor's browser after the page is closed. Scripts that are mere files lie there on honest portals
 * too.
 */
@Singleton
final class UploadedScriptDetector implements Detector {

    private static final double MADE = 0.65;
    private static final double STAYS = 0.7;
    /** Fewer than portals keep uploads in: scripts of their own lie in folders for pictures and parts as well. */
    private static final String FOLDERS = "/(?:uploads?|uploaded|uploadfiles?|userfiles?|attachments?|dinhkem|filemanager)/";
    private static final Pattern MADE_THERE = Pattern.compile(
            "[^?#]*" + FOLDERS + "[^?#]*\\.(?:php\\d?|phtml|aspx?|ashx|jspx?|cgi|pl)(?:[/?#].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORKER = Pattern.compile(
            "serviceWorker\\s*(?:\\.|\\[['\"])\\s*register\\s*(?:['\"]\\])?\\(\\s*['\"`]([^'\"`]{0,300})['\"`]");
    private static final Pattern UPLOADED = Pattern.compile("[^?#]*" + FOLDERS + ".*",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "uploaded-script";
    }

    @Override
    public Family family() {
        return Family.SCRIPT;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.views().stream().flatMap(seen -> seen.content().scripts().stream()
                .flatMap(script -> Stream.concat(made(page, seen, script).stream(),
                        worker(seen, script).stream())))
                .toList();
    }

    private Optional<Finding> made(Observation page, Seen seen, Script script) {
        String source = script.source();
        return source.isEmpty() || Addresses.foreign(source, page) || !MADE_THERE.matcher(source).matches()
                ? Optional.empty()
                : Optional.of(Finding.of(this, Severity.CRITICAL, MADE, seen.view(), script.place(), source,
                        source));
    }

    private Optional<Finding> worker(Seen seen, Script script) {
        if (!script.text().contains("serviceWorker")) {
            return Optional.empty();
        }
        return WORKER.matcher(script.text()).results().map(found -> found.group(1))
                .filter(source -> UPLOADED.matcher(source).matches()).findFirst()
                .map(source -> Finding.of(this, Severity.CRITICAL, STAYS, seen.view(), script.place(), source,
                        source).saying("worker"));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("script-made-by-a-program-among-uploaded-files",
                        "<p>Tin</p><script src='/uploads/2024/05/thuvien.js.php?v=2'></script>"),
                Example.raises("service-worker-among-uploaded-files",
                        "<p>Tin</p><script>navigator.serviceWorker.register('/upload/thongbao.js')</script>"),
                Example.silent("script-that-lies-among-uploaded-files",
                        "<p>Tin</p><script src='/uploads/giaodien/menu.js'></script>"),
                Example.silent("service-worker-of-the-portal",
                        "<p>Tin</p><script>navigator.serviceWorker.register('/sw.js')</script>"));
    }
}
