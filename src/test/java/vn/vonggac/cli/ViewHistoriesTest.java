package vn.vonggac.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vonggac.visit.OnePath;

import static org.assertj.core.api.Assertions.assertThat;

/** Histories of our own making in which one visitor sees something else: by fraud, or for honest reasons. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewHistoriesTest {

    private static final Path FOLDER = Path.of("src/test/resources/views");
    private static final int EACH = 20;

    private final Offline offline = new Offline(Optional.empty());

    @AfterAll
    void close() {
        offline.close();
    }

    static List<History> cloaked() throws IOException {
        return History.read(FOLDER.resolve("cloaked"));
    }

    static List<History> honest() throws IOException {
        return History.read(FOLDER.resolve("honest"));
    }

    @Test
    void thereAreAsManyOfEither() throws IOException {
        assertThat(cloaked()).hasSize(EACH);
        assertThat(honest()).hasSize(EACH);
    }

    @ParameterizedTest
    @MethodSource("cloaked")
    void whatIsShownToOneVisitorOnlyIsRaisedAsThat(History history) throws IOException {
        List<Replay.Raised> raised = replay(history);

        assertThat(raised).singleElement().satisfies(one -> {
            assertThat(one.at()).isEqualTo(history.visits().getLast().at());
            assertThat(one.findings()).extracting(FindingView::detector).contains("view-difference");
        });
    }

    @ParameterizedTest
    @MethodSource("honest")
    void whatVariesForHonestReasonsRaisesNothing(History history) throws IOException {
        assertThat(replay(history)).isEmpty();
    }

    @Test
    void everyCopyIsRead() throws IOException {
        assertThat(Stream.concat(cloaked().stream(), honest().stream()))
                .allSatisfy(history -> assertThat(history.problems()).isEmpty());
    }

    private List<Replay.Raised> replay(History history) throws IOException {
        Progress silent = new Progress(new PrintWriter(Writer.nullWriter()), "replay",
                history.visits().size(), false);
        return new Replay(offline.part(OnePath.class)).run(history, silent);
    }
}
