package vn.vonggac.detect;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What each detector's word is worth and from which score on a page is called suspicious or compromised: the file
 * {@code weights.yml}, changed only with {@code evaluate} figures before and after.
 */
@Singleton
public final class Weights {

    private final Map<String, Double> detectors;
    private final double usual;
    private final double suspicious;
    private final double compromised;

    public Weights() {
        this(shipped());
    }

    private Weights(Map<String, Object> file) {
        this.suspicious = number(file, "suspicious");
        this.compromised = number(file, "compromised");
        this.usual = number(file, "usual");
        this.detectors = detectors(file);
    }

    public double of(String detector) {
        return detectors.getOrDefault(detector, usual);
    }

    Verdict.Level level(double score, boolean complete) {
        if (score >= compromised) {
            return Verdict.Level.COMPROMISED;
        }
        if (score >= suspicious) {
            return Verdict.Level.SUSPICIOUS;
        }
        return complete ? Verdict.Level.CLEAN : Verdict.Level.INCOMPLETE;
    }

    private static Map<String, Object> shipped() {
        try (InputStream file = Weights.class.getResourceAsStream("/detect/weights.yml")) {
            if (file == null) {
                throw new IllegalStateException("detect/weights.yml is missing");
            }
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(Map<String, Object> file, String key) {
        if (file.get(key) instanceof Number number && number.doubleValue() >= 0
                && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw new IllegalStateException("detect/weights.yml: " + key + " must be a number from 0 to 1");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Double> detectors(Map<String, Object> file) {
        Map<String, Object> listed = (Map<String, Object>) file.getOrDefault("detectors", Map.of());
        return listed.keySet().stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(id -> id, id -> number(listed, id)));
    }
}
