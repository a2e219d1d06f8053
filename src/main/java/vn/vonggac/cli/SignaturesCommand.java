package vn.vonggac.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vonggac.signature.BadSignature;
import vn.vonggac.signature.Signatures;
import vn.vonggac.signature.Trial;

/** {@code vonggac signatures test}. */
@Command(name = "signatures", description = "Signatures: the stored queries that pages are matched against.", subcommands = SignaturesCommand.Test.class)
final class SignaturesCommand {

    /** Every signature against its own examples. */
    @Command(name = "test", description = "Tries every signature on its own examples.")
    static final class Test implements Callable<Integer> {

        @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder of signature files; without it, those that come with the product.")
        private @Nullable Path folder;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            if (folder != null && !Files.isDirectory(folder)) {
                throw new ParameterException(spec.commandLine(), "not a folder: " + folder);
            }
            try (Signatures signatures = folder == null ? Signatures.shipped() : Signatures.of(folder)) {
                return print(signatures.test());
            } catch (BadSignature e) {
                spec.commandLine().getErr().println(e.getMessage());
                return 1;
            }
        }

        private int print(Trial trial) {
            PrintWriter out = spec.commandLine().getOut();
            trial.failures().forEach(out::println);
            trial.unneeded().forEach(id -> out.println("no example needs " + id));
            out.printf("%d signatures, %d examples, %d failures, %d that no example needs%n",
                    trial.signatures(),
                    trial.examples(), trial.failures().size(), trial.unneeded().size());
            out.flush();
            return trial.passed() ? 0 : 1;
        }
    }
}
