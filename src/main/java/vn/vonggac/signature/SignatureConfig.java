package vn.vonggac.signature;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * Where an operator's own signatures lie and how often the folder is looked at for changes.
 *
 * @param folder holds {@code *.yml} files; it need not exist
 * @param reload how often changes are looked for
 */
@ConfigurationProperties("vonggac.signature")
public record SignatureConfig(@Bindable(defaultValue = "config/signatures") @NotBlank String folder,
        @Bindable(defaultValue = "2s") @NotNull Duration reload) {}
