package vn.vonggac.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;

/** Checked targets as a SARIF 2.1.0 log, for tools that collect such. */
@Serdeable
record Sarif(@JsonProperty("$schema") String schema, String version, List<Run> runs) {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    @Serdeable
    record Run(Tool tool, List<Result> results, List<Invocation> invocations) {}

    @Serdeable
    record Tool(Driver driver) {}

    @Serdeable
    record Driver(String name, String informationUri, List<Rule> rules) {}

    @Serdeable
    record Rule(String id) {}

    @Serdeable
    record Result(String ruleId, String level, Text message, List<Location> locations) {}

    @Serdeable
    record Text(String text) {}

    @Serdeable
    record Location(PhysicalLocation physicalLocation) {}

    @Serdeable
    record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    @Serdeable
    record ArtifactLocation(String uri) {}

    @Serdeable
    record Region(int startLine) {}

    @Serdeable
    record Invocation(boolean executionSuccessful, List<Notification> toolExecutionNotifications) {}

    @Serdeable
    record Notification(String level, Text message) {}

    static Sarif of(List<Checked> checked) {
        List<Result> results = checked.stream()
                .flatMap(one -> one.verdict().findings().stream().map(finding -> result(one, finding)))
                .toList();
        List<Rule> rules = results.stream().map(Result::ruleId).distinct().map(Rule::new).toList();
        List<Notification> unseen = checked.stream().flatMap(one -> one.verdict().incomplete().stream())
                .map(gap -> new Notification("warning", new Text(gap))).toList();
        Driver driver = new Driver("Vong Gac", "https://vonggac.example/", rules);
        return new Sarif(SCHEMA, "2.1.0",
                List.of(new Run(new Tool(driver), results,
                        List.of(new Invocation(unseen.isEmpty(), unseen)))));
    }

    private static Result result(Checked checked, Finding finding) {
        FindingView view = FindingView.of(finding);
        Region region = new Region(Math.max(1, finding.place().line()));
        return new Result(view.detector(), level(finding.severity()),
                new Text(view.message() + " — " + view.quote()),
                List.of(new Location(
                        new PhysicalLocation(new ArtifactLocation(uri(checked.target())), region))));
    }

    /** An address as it is, a file as an address relative to where the command ran. */
    private static String uri(String target) {
        try {
            boolean address = target.contains("://");
            return target.equals("-")
                    ? "stdin"
                    : (address ? new URI(target) : new URI(null, null, target, null)).toASCIIString();
        } catch (URISyntaxException e) {
            return URLEncoder.encode(target, StandardCharsets.UTF_8);
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }
}
