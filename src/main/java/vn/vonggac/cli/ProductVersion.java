package vn.vonggac.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
final class ProductVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[]{"Vọng Gác "
                + Optional.ofNullable(VongGac.class.getPackage().getImplementationVersion())
                        .orElse("(unpacked)")};
    }
}
