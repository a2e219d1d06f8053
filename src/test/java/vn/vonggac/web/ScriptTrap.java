package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Notes every script that runs and should not, every dialog, what the page's policy stopped, and every way out. */
final class ScriptTrap {

    private static final String LISTEN = """
            window.stopped = [];
            window.pwned = () => window.stopped.push('a script ran');
            document.addEventListener('securitypolicyviolation', report =>
              window.stopped.push(report.violatedDirective + ' ' + report.blockedURI + ' '
                + report.sample));""";

    /** Links, forms and pictures that lead off the desk, but for what a person telephones or writes to. */
    private static final String WAYS_OUT = """
            Array.from(document.querySelectorAll('a[href], form[action], [src], [hx-get]'))
              .map(e => e.getAttribute('href') || e.getAttribute('action')
                || e.getAttribute('src') || e.getAttribute('hx-get'))
              .filter(address => !address.startsWith('/') && !address.startsWith('#')
                && !address.startsWith('?') && !/^(tel:[0-9 +]+|mailto:[a-z.]+@[a-z.]+[?]subject=[\\w.%*-]+&body=[\\w.%*-]+)$/.test(address))""";

    private final String address;
    private final Page page;
    private final List<String> reports = new ArrayList<>();

    /** {@code address} is the desk's. */
    ScriptTrap(BrowserContext context, String address) {
        this.address = address;
        context.addInitScript(LISTEN);
        context.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
                reports.add("asked for " + request.url());
            }
        });
        page = context.newPage();
        page.onDialog(dialog -> {
            reports.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    Page page() {
        return page;
    }

    /** Opens a page of the desk and everything on it that is folded; what leads off the desk comes back. */
    List<String> look(String path) {
        page.navigate(path);
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
        ((List<?>) page.evaluate("window.stopped")).forEach(said -> reports.add(path + " " + said));
        assertThat(page.url()).startsWith(address);
        return ((List<?>) page.evaluate(WAYS_OUT)).stream().map(Object::toString).toList();
    }

    List<String> reports() {
        return List.copyOf(reports);
    }
}
