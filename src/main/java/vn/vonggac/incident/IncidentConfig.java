package vn.vonggac.incident;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the data of incidents is, and how much people may add to one.
 *
 * @param rules a file instead of the shipped rules; empty for the shipped ones
 * @param campaigns a file instead of the shipped rules of campaigns; empty for the shipped ones
 * @param playbooks a folder of {@code *.yml} files over the shipped playbooks; it need not exist
 * @param reload how often that folder is looked at for changes
 * @param clocks a file instead of the shipped clocks; empty, or where the usual one does not exist, the shipped ones
 * @param attachments how many files people may add to one incident
 * @param attachmentSize how many bytes one of them may have
 */
@ConfigurationProperties("vonggac.incident")
public record IncidentConfig(@Bindable(defaultValue = "") String rules,
        @Bindable(defaultValue = IncidentConfig.CLOCKS) String clocks,
        @Bindable(defaultValue = "") String campaigns,
        @Bindable(defaultValue = "config/playbooks") @NotBlank String playbooks,
        @Bindable(defaultValue = "2s") @NotNull Duration reload,
        @Bindable(defaultValue = "20") @Min(1) int attachments,
        @Bindable(defaultValue = "8388608") @Min(1) long attachmentSize) {

    static final String CLOCKS = "config/clocks.yml";

    Optional<String> campaignsFile() {
        return Optional.of(campaigns).filter(file -> !file.isBlank());
    }

    Optional<String> rulesFile() {
        return Optional.of(rules).filter(file -> !file.isBlank());
    }

    Optional<String> clocksFile() {
        return Optional.of(clocks).filter(file -> !file.isBlank())
                .filter(file -> !file.equals(CLOCKS) || Files.exists(Path.of(file)));
    }
}
