package vn.vonggac.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The folders in which portals keep what people upload: the file {@code upload-folders.txt}. */
public final class UploadFolders {

    private static final Pattern FOLDER = Pattern.compile("/(?:" + shipped() + ")/",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PATH_END = Pattern.compile("[?#]");

    private UploadFolders() {}

    /** The path of an address down to the first such folder; empty where it lies in none. */
    public static Optional<String> above(String url) {
        String address = PATH_END.split(url, 2)[0];
        int path = address.indexOf('/', address.indexOf("//") + 2);
        Matcher folder = FOLDER.matcher(address);
        return path > 0 && folder.find(path)
                ? Optional.of(address.substring(path, folder.end()))
                : Optional.empty();
    }

    private static String shipped() {
        try (InputStream file = UploadFolders.class.getResourceAsStream("upload-folders.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(Pattern::quote)
                    .collect(Collectors.joining("|"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
