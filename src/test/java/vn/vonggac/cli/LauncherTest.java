package vn.vonggac.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LauncherTest {

    @TempDir
    Path folder;

    @Test
    void aJarWithoutItsLibrariesSaysWhatIsMissing() throws Exception {
        Path jar = jarOfTheLauncher();
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstderr.encoding=UTF-8", "-jar", jar.toString(), "serve").redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(70);
        assertThat(said).contains("target/lib").doesNotContain("Exception").hasLineCount(1);
    }

    private Path jarOfTheLauncher() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Launcher.class.getName());
        String name = Launcher.class.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve("vonggac.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                InputStream launcher = Launcher.class.getResourceAsStream("/" + name)) {
            entries.putNextEntry(new JarEntry(name));
            Objects.requireNonNull(launcher).transferTo(entries);
        }
        return jar;
    }
}
