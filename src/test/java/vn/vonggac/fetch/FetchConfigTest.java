package vn.vonggac.fetch;

import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FetchConfigTest {

    private static final String START = "vonggac.fetch.";

    @Test
    void documentedValuesAreTheDefaults() throws IOException {
        assertThat(FetchConfig.with(documented())).isEqualTo(FetchConfig.defaults());
    }

    @Test
    void everyDocumentedKeyChangesSomething() throws IOException {
        Map<String, Object> documented = documented();
        assertThat(documented).hasSizeGreaterThan(20);
        documented
                .forEach((key, value) -> assertThat(FetchConfig.with(Map.of(key, other(key, value)))).as(key)
                        .isNotEqualTo(FetchConfig.defaults()));
    }

    @Test
    void valueThatMakesNoSenseIsRefusedWithItsKey() {
        assertThatThrownBy(
                () -> new Gate(FetchConfig.with(Map.of("allow", List.of("10.0.0.0/99"))), Resolver::system))
                .hasMessageContaining("10.0.0.0/99");
        assertThatThrownBy(
                () -> new Views(FetchConfig.with(Map.of("views", Map.of("x", List.of("no header"))))))
                .hasMessageContaining("no header");
    }

    private static Object other(String key, Object value) {
        return switch (key) {
            case "allow" -> List.of("10.0.0.0/8");
            case "hosts" -> List.of("10.1.2.3 cong.tinh.gov.vn");
            case "views" -> Map.of("bingbot", List.of("User-Agent: bingbot"));
            case "contact" -> "From: soc@tinh.gov.vn";
            case "robots-agent" -> "other";
            default -> switch (value) {
                case Boolean flag -> !flag;
                case String duration -> "7s";
                case Number number -> 4321;
                default -> throw new IllegalArgumentException(key);
            };
        };
    }

    private static Map<String, Object> documented() throws IOException {
        try (InputStream in = FetchConfig.class.getResourceAsStream("/application.yml")) {
            Map<String, Object> all = new TreeMap<>();
            new YamlPropertySourceLoader().read("application.yml", in).forEach((key, value) -> {
                if (key.startsWith(START)) {
                    all.put(key.substring(START.length()), value);
                }
            });
            all.putIfAbsent("views", Map.of());
            all.putIfAbsent("allow", List.of());
            return all;
        }
    }
}
