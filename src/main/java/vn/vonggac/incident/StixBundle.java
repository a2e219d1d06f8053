package vn.vonggac.incident;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A campaign's indicators as a STIX 2.1 bundle: the same campaign has the same names in every export. */
public final class StixBundle {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter
            .ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Indicators indicators;
    private final Instant now;
    private final List<Map<String, Object>> objects = new ArrayList<>();

    private StixBundle(Indicators indicators, Instant now) {
        this.indicators = indicators;
        this.now = now;
    }

    public static String of(Indicators indicators, Instant now) {
        return new StixBundle(indicators, now).json();
    }

    private String json() {
        Campaign campaign = indicators.campaign();
        String id = id("campaign", "" + campaign.id());
        Map<String, Object> object = object("campaign", id);
        object.put("name", "Vọng Gác #" + campaign.id());
        object.put("first_seen", moment(campaign.first()));
        object.put("last_seen", moment(campaign.last()));
        objects.add(object);
        indicators.hosts().forEach(host -> add(id, "[domain-name:value = '" + quoted(host) + "']", host));
        indicators.urls().forEach(url -> add(id, "[url:value = '" + quoted(url) + "']", url));
        indicators.files().forEach(file -> add(id, "[file:hashes.'SHA-256' = '" + quoted(file) + "']", file));
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("type", "bundle");
        bundle.put("id", id("bundle", campaign.id() + " " + moment(now)));
        bundle.put("objects", objects);
        try {
            return ObjectMapper.getDefault().writeValueAsString(bundle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String campaign, String pattern, String name) {
        Map<String, Object> indicator = object("indicator", id("indicator", pattern));
        indicator.put("name", name);
        indicator.put("pattern", pattern);
        indicator.put("pattern_type", "stix");
        indicator.put("valid_from", moment(indicators.campaign().first()));
        indicator.put("indicator_types", List.of("malicious-activity"));
        objects.add(indicator);
        String from = String.valueOf(indicator.get("id"));
        Map<String, Object> tie = object("relationship", id("relationship", from + campaign));
        tie.put("relationship_type", "indicates");
        tie.put("source_ref", from);
        tie.put("target_ref", campaign);
        objects.add(tie);
    }

    private Map<String, Object> object(String type, String id) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", id);
        object.put("created", moment(indicators.campaign().first()));
        object.put("modified", moment(now));
        return object;
    }

    private static String id(String type, String what) {
        return type + "--" + UUID.nameUUIDFromBytes((type + " " + what).getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\").replace("'", "\\'");
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant);
    }
}
