package vn.vonggac.report;

import java.util.List;

/** A report as one page that runs nothing, asks for nothing and leads nowhere. */
final class HtmlReport {

    private static final String HEAD = "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" "
            + "content=\"default-src 'none'; style-src 'unsafe-inline'\"><style>"
            + "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
            + "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3rem .5rem;"
            + "text-align:left;vertical-align:top;overflow-wrap:anywhere;white-space:pre-line}</style>";

    private final StringBuilder html = new StringBuilder();

    private HtmlReport() {}

    static String of(String language, List<Block> blocks) {
        HtmlReport report = new HtmlReport();
        report.html.append("<!DOCTYPE html><html lang=\"").append(language).append("\">").append(HEAD);
        blocks.forEach(report::add);
        return report.html.toString();
    }

    private void add(Block block) {
        switch (block) {
            case Block.Title(String text) -> {
                element("title", text);
                element("h1", text);
            }
            case Block.Heading(String text) -> element("h2", text);
            case Block.Paragraph(String text) -> element("p", text);
            case Block.Table(List<String> head, List<List<String>> rows) -> table(head, rows);
        }
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
}
