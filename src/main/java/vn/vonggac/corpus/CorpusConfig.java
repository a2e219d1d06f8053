package vn.vonggac.corpus;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Bounds of the index.
 *
 * @param text how many characters of a page are kept for showing what matched
 * @param patience how long one search may take
 */
@ConfigurationProperties("vonggac.corpus")
public record CorpusConfig(@Bindable(defaultValue = "60000") int text,
        @Bindable(defaultValue = "3s") Duration patience) {

    public static CorpusConfig usual() {
        return new CorpusConfig(60_000, Duration.ofSeconds(3));
    }
}
