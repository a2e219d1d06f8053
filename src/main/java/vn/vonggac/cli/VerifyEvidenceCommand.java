package vn.vonggac.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vonggac.report.EvidenceCheck;

/** {@code vonggac verify-evidence}: anywhere, without the installation that signed it. */
@Command(name = "verify-evidence", description = "Checks an evidence file: every hash, and the signature over them.")
final class VerifyEvidenceCommand extends OfflineCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the ZIP that the incident's page gave")
    private Path file = Path.of("");

    @Option(names = "--key", paramLabel = "FINGERPRINT", description = "whose signature it must be: the fingerprint on the administration page of the installation")
    private @Nullable String key;

    @Override
    public Integer call() {
        EvidenceCheck.Result result = EvidenceCheck.of(file);
        result.faults().forEach(err()::println);
        boolean stranger = key != null && !result.signer().equalsIgnoreCase(key.replaceAll("[ :]", ""));
        if (stranger) {
            err().println("not signed by " + key);
        }
        err().flush();
        out().println(result.files() + " files, signed by "
                + (result.signer().isEmpty() ? "nobody" : result.signer()) + ", "
                + (result.sound() && !stranger ? "whole" : "not whole"));
        out().flush();
        return result.sound() && !stranger ? 0 : 1;
    }
}
