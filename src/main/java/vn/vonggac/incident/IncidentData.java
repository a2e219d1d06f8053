package vn.vonggac.incident;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The data files, read at the start: a mistake in one refuses it. */
@Factory
final class IncidentData {

    @Singleton
    Rules rules(IncidentConfig config) {
        try {
            return config.rulesFile().isPresent()
                    ? Rules.read(Path.of(config.rulesFile().get()))
                    : Rules.shipped();
        } catch (IOException e) {
            throw new UncheckedIOException("vonggac.incident.rules", e);
        }
    }

    @Singleton
    CampaignRules campaigns(IncidentConfig config) {
        try {
            return config.campaignsFile().isPresent()
                    ? CampaignRules.read(Path.of(config.campaignsFile().get()))
                    : CampaignRules.shipped();
        } catch (IOException e) {
            throw new UncheckedIOException("vonggac.incident.campaigns", e);
        }
    }

    @Singleton
    Clocks clocks(IncidentConfig config) {
        try {
            return config.clocksFile().isPresent()
                    ? Clocks.read(Path.of(config.clocksFile().get()))
                    : Clocks.shipped();
        } catch (IOException e) {
            throw new UncheckedIOException("vonggac.incident.clocks", e);
        }
    }
}
