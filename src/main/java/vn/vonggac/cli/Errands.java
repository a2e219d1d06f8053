package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs an errand: here where the data folder is free, else by the service that holds it. */
final class Errands {

    private Errands() {}

    static int run(Optional<Path> config, Optional<Path> data, String errand, List<String> arguments,
            Teller teller) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        data.ifPresent(folder -> settings.put("vonggac.data", folder.toString()));
        try (ApplicationContext context = Settings.read(config, settings)) {
            Path folder = Settings.data(context);
            Optional<DataFolder> free = DataFolder.holdIfFree(folder);
            if (free.isEmpty()) {
                return ask(folder, errand, arguments, teller);
            }
            try (DataFolder held = free.get()) {
                return here(context, errand, arguments, teller);
            }
        }
    }

    private static int here(ApplicationContext context, String errand, List<String> arguments, Teller teller)
            throws IOException {
        context.start();
        for (Errand known : context.getBeansOfType(Errand.class)) {
            if (known.name().equals(errand)) {
                return known.run(arguments, teller);
            }
        }
        throw new IllegalArgumentException(errand);
    }

    private static int ask(Path folder, String errand, List<String> arguments, Teller teller)
            throws IOException {
        Path file = folder.resolve(Door.FILE);
        if (!Files.exists(file)) {
            throw new CannotStart("Another command holds the data folder " + folder
                    + ", or a service that is only just starting: try again when it is done.");
        }
        String[] known = Files.readString(file).strip().split(" ");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(known[0]));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            out.println(known[1]);
            out.println(errand);
            arguments.forEach(out::println);
            out.println();
            return listen(in, teller);
        }
    }

    private static int listen(BufferedReader in, Teller teller) throws IOException {
        String line = in.readLine();
        while (line != null && !line.startsWith(Door.ENDS)) {
            if (line.startsWith(Door.SAYS)) {
                teller.says(line.substring(Door.SAYS.length()));
            } else if (line.startsWith(Door.COMES_ALONG)) {
                String[] counts = line.substring(Door.COMES_ALONG.length()).split(" ");
                teller.comesAlong(Long.parseLong(counts[0]), Long.parseLong(counts[1]));
            }
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("The service ended before it was done; its log says why.");
        }
        return Integer.parseInt(line.substring(Door.ENDS.length()));
    }
}
