package vn.vonggac.cli;

import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ports that the service listens on, by their keys; another process may hold one. */
record Ports(String host, Map<String, Integer> byKey) {

    private static final List<String> KEYS = List.of("vonggac.http.port", "vonggac.http.management-port");

    /** As the settings say; a service that failed to start cannot be asked any more. */
    static Ports of(Environment settings) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        KEYS.forEach(key -> ports.put(key, settings.getRequiredProperty(key, Integer.class)));
        return new Ports(settings.getRequiredProperty("vonggac.http.host", String.class), ports);
    }

    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("No port is free: " + e.getMessage());
        }
    }

    /** What the operator is told about the first of them that cannot be had. */
    Optional<String> taken() {
        return byKey.entrySet().stream().filter(port -> isTaken(port.getValue())).findFirst()
                .map(port -> "port " + port.getValue() + " of " + host
                        + " is taken: stop what listens there, or name another one in " + port.getKey()
                        + ".");
    }

    private boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
