package vn.vonggac.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Messages;
import vn.vonggac.incident.Evidence;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Step;
import vn.vonggac.page.Inert;

/** The report in an evidence file: one page that runs nothing, asks for nothing and leads nowhere. */
final class EvidenceReport {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss")
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Messages messages;
    private final Incident incident;
    private final String portal;
    private final List<Step> log;
    private final List<KeptBytes> kept;
    private final Instant now;
    private final String fingerprint;
    private final StringBuilder html = new StringBuilder();

    EvidenceReport(Messages messages, Incident incident, String portal, List<Step> log, List<KeptBytes> kept,
            Instant now, String fingerprint) {
        this.messages = messages;
        this.incident = incident;
        this.portal = portal;
        this.log = List.copyOf(log);
        this.kept = List.copyOf(kept);
        this.now = now;
        this.fingerprint = fingerprint;
    }

    String html() {
        html.append("<!DOCTYPE html><html lang=\"").append(messages.locale().getLanguage()).append(
                "\"><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" "
                        + "content=\"default-src 'none'; style-src 'unsafe-inline'\"><style>"
                        + "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
                        + "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3rem .5rem;"
                        + "text-align:left;vertical-align:top;overflow-wrap:anywhere}code{font-size:.85em}</style>");
        element("title", say("title", incident.id()));
        element("h1", say("title", incident.id()));
        facts();
        findings();
        pages();
        timeline();
        copies();
        element("p", say("signed", EXACT.format(now), fingerprint));
        element("p", say("limit"));
        return html.toString();
    }

    private void facts() {
        List<List<String>> rows = new ArrayList<>(
                List.of(List.of(say("portal"), portal), List.of(say("kind"),
                        messages.text("incident.kind." + incident.kind().id())),
                        List.of(say("severity"), messages.text("incident.severity."
                                + incident.severity().name().toLowerCase(java.util.Locale.ROOT))),
                        List.of("T0", EXACT.format(incident.timeline().t0())),
                        List.of(say("last"), EXACT.format(incident.timeline().lastSeen())),
                        List.of(say("domains"), Inert.address(String.join(", ",
                                incident.cause().domains().stream().sorted().toList())))));
        incident.timeline().earlier().forEach(bout -> rows.add(List.of(say("bout"),
                EXACT.format(bout.t0()) + " – " + EXACT.format(bout.closedAt()))));
        table(List.of(), rows);
    }

    private void findings() {
        element("h2", say("findings"));
        table(List.of(say("found"), say("quote"), say("where")),
                incident.evidence().stream().sorted(Comparator.comparing(Evidence::at)).map(this::finding)
                        .toList());
    }

    private List<String> finding(Evidence evidence) {
        Finding finding = evidence.finding();
        return List.of(messages.text(finding.message(), finding.arguments()), finding.quote(),
                String.join(" · ", Inert.address(evidence.page()), finding.view(),
                        Integer.toString(finding.place().line()), finding.place().path(),
                        EXACT.format(evidence.at())));
    }

    private void pages() {
        element("h2", say("pages"));
        table(List.of(say("page"), say("first"), say("last")), incident.pages().entrySet().stream()
                .map(page -> List.of(Inert.address(page.getKey()), EXACT.format(page.getValue().firstSeen()),
                        EXACT.format(page.getValue().lastSeen())))
                .toList());
    }

    private void timeline() {
        element("h2", say("timeline"));
        table(List.of(say("at"), say("who"), say("deed")), log.stream()
                .map(step -> List.of(EXACT.format(step.at()), step.actor(),
                        messages.text("incident.deed." + step.deed().id()) + " "
                                + Inert.address(step.note())))
                .toList());
    }

    private void copies() {
        element("h2", say("copies"));
        table(List.of("SHA-256", say("when"), say("where")), kept.stream()
                .map(copy -> List.of(copy.hash(), say("when." + copy.when()) + ", "
                        + say("state." + copy.state()),
                        String.join(" · ", Inert.address(copy.page()), copy.view(), EXACT.format(copy.at()))))
                .toList());
    }

    private void table(List<String> head, List<List<String>> rows) {
        html.append("<table>");
        row("th", head);
        rows.forEach(row -> row("td", row));
        html.append("</table>");
    }

    private void row(String cell, List<String> values) {
        html.append("<tr>");
        values.forEach(value -> element(cell, value));
        html.append("</tr>");
    }

    private void element(String name, String text) {
        html.append('<').append(name).append('>').append(text.replace("&", "&amp;").replace("<", "&lt;")
                .replace(">", "&gt;").replace("\"", "&quot;")).append("</").append(name).append('>');
    }

    private String say(String key, Object... arguments) {
        return messages.text("report.evidence." + key, arguments);
    }
}
