package vn.vonggac.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.vonggac.audit.Slug;

/** One inert HTML page for each wrongly judged page: what was found, where, and how sure. */
final class ErrorReports {

    private ErrorReports() {}

    static void write(Path folder, List<Evaluation.Judged> judged) throws IOException {
        Files.createDirectories(folder);
        for (Evaluation.Judged page : judged) {
            if (page.wrong()) {
                Files.writeString(folder.resolve(page.row().file().replace('/', '_') + ".html"),
                        report(page));
            }
        }
    }

    private static String report(Evaluation.Judged page) {
        StringBuilder html = new StringBuilder(
                "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>");
        html.append(escape(page.row().file())).append("</title><h1>").append(escape(page.row().file()))
                .append("</h1><p>").append(page.row().label().word()).append(", judged ")
                .append(Slug.of(page.verdict().level())).append(' ').append(page.verdict().score())
                .append("</p><ol>");
        FindingView.all(page.verdict()).forEach(finding -> html.append("<li><b>").append(finding.detector())
                .append("</b> ").append(finding.confidence()).append("<br>").append(escape(finding.message()))
                .append("<br><q>").append(escape(finding.quote())).append("</q> ")
                .append(escape(finding.place())));
        page.verdict().incomplete().forEach(gap -> html.append("<li>").append(escape(gap)));
        return html.append("</ol></html>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
