package vn.vonggac.cli;

import io.micronaut.core.annotation.Nullable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where commands ask the service that holds the data folder: a port of this machine only, named in a file of the folder
 * that its owner alone can read, with a token that is new at every start. Lines in (the token, the errand's name, its
 * arguments, an empty line), lines out.
 */
final class Door implements AutoCloseable {

    static final String FILE = "service";
    static final String SAYS = "says ";
    static final String COMES_ALONG = "done ";
    static final String ENDS = "ends ";

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int TOKEN = 32;
    private static final int PATIENCE = 10_000;
    private static final int MOST_ARGUMENTS = 10;

    private final Path file;
    private final ServerSocket socket;
    private final String token;
    private final List<Errand> errands;

    private Door(Path folder, Collection<Errand> errands) throws IOException {
        this.file = folder.resolve(FILE);
        this.errands = List.copyOf(errands);
        byte[] random = new byte[TOKEN];
        new SecureRandom().nextBytes(random);
        token = HexFormat.of().formatHex(random);
        socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        write();
    }

    static Door open(Path folder, Collection<Errand> errands) {
        try {
            Door door = new Door(folder, errands);
            Thread.ofVirtual().name("door").start(door::listen);
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        Path unfinished = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(unfinished);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(unfinished,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(unfinished, socket.getLocalPort() + " " + token);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException e) {
                LOG.debug("The door is closed", e);
            }
        }
    }

    private void answer(Socket caller) {
        try (caller;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.UTF_8)) {
            caller.setSoTimeout(PATIENCE);
            if (isOwner(in.readLine())) {
                run(lines(in), out);
            }
        } catch (IOException e) {
            LOG.debug("Somebody at the door went away", e);
        }
    }

    private boolean isOwner(@Nullable String said) {
        return said != null && MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> lines(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = in.readLine();
        while (line != null && !line.isEmpty() && lines.size() <= MOST_ARGUMENTS) {
            lines.add(line);
            line = in.readLine();
        }
        return lines;
    }

    private void run(List<String> asked, PrintWriter out) {
        Optional<Errand> errand = asked.isEmpty()
                ? Optional.empty()
                : errands.stream().filter(known -> known.name().equals(asked.getFirst())).findFirst();
        if (errand.isPresent()) {
            out.println(ENDS + run(errand.get(), asked.subList(1, asked.size()), new OverTheWire(out)));
        }
    }

    private static int run(Errand errand, List<String> arguments, Teller teller) {
        LOG.info("Asked at the door: {}", errand.name());
        try {
            return errand.run(arguments, teller);
        } catch (IOException | RuntimeException e) {
            LOG.error("{} failed", errand.name(), e);
            teller.says(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    /** What the errand says, line by line. */
    private record OverTheWire(PrintWriter out) implements Teller {

        @Override
        public void says(String line) {
            line.lines().forEach(part -> out.println(SAYS + part));
        }

        @Override
        public void comesAlong(long done, long all) {
            out.println(COMES_ALONG + done + " " + all);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
