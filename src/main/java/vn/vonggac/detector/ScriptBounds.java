package vn.vonggac.detector;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How much one script, and all scripts of one page, may cost.
 *
 * @param longest a longer script is only read, not run
 * @param tokens of one script that are read
 * @param runs of scripts on one page, over all visitors
 * @param instructions of one run
 * @param handled characters and elements that native calls of one run may go through
 * @param allocated bytes of memory that one run may ask for in all
 * @param time of one run; reached only by what the other bounds do not see
 */
@ConfigurationProperties("vonggac.detector.script")
record ScriptBounds(@Bindable(defaultValue = "131072") @Min(1024) int longest,
        @Bindable(defaultValue = "60000") @Min(100) int tokens,
        @Bindable(defaultValue = "24") @Min(1) int runs,
        @Bindable(defaultValue = "600000") @Min(1000) long instructions,
        @Bindable(defaultValue = "4000000") @Min(1000) long handled,
        @Bindable(defaultValue = "134217728") @Min(1048576) long allocated,
        @Bindable(defaultValue = "1s") Duration time) {

    static ScriptBounds defaults() {
        return new ScriptBounds(131_072, 60_000, 24, 600_000, 4_000_000, 134_217_728, Duration.ofSeconds(1));
    }
}
