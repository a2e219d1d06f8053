package vn.vonggac.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import vn.vonggac.page.Inert;
import vn.vonggac.watch.ServerFacts;

/**
 * What a portal's server and its home page say they are made with.
 *
 * @param tone how worrying what is left of the certificate's time is: compromised, suspicious or safe
 * @param generators what the newest kept copy of the home page was made with, by its own word
 */
public record PortalServer(Optional<ServerFacts> facts, String tone, List<String> generators) {

    public PortalServer {
        generators = List.copyOf(generators);
    }

    public String symbol() {
        return switch (tone) {
            case "compromised" -> "bad";
            case "suspicious" -> "warn";
            default -> "ok";
        };
    }

    /** Whether nothing names any software. */
    public boolean silent() {
        return generators.isEmpty() && facts.filter(said -> said.software().isEmpty()).isPresent();
    }

    /** Whom a certificate names, as people say it: its common name and its organisation. */
    public static String named(String principal) {
        try {
            String named = new LdapName(principal).getRdns().reversed().stream()
                    .filter(part -> part.getType().matches("(?i)CN|O")).map(Rdn::getValue)
                    .map(String::valueOf).distinct().collect(Collectors.joining(" · "));
            return Inert.within(named.isEmpty() ? principal : named);
        } catch (InvalidNameException e) {
            return Inert.within(principal);
        }
    }
}
