package vn.vonggac.corpus;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** The index of this node, in the data folder. */
@Factory
final class CorpusFolder {

    @Singleton
    @Bean(preDestroy = "close")
    Corpus corpus(CorpusConfig config, @Value("${vonggac.data}") String data) {
        return Corpus.open(Path.of(data).resolve("corpus"), config);
    }
}
