package vn.vonggac.fetch;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the encrypted connection said about itself, the server's own certificate first. */
public record TlsFacts(String protocol, String cipher, List<Certificate> chain, Set<Problem> problems) {

    public record Certificate(String subject, String issuer, String serial, Instant notBefore,
            Instant notAfter,
            List<String> names, String sha256) {

        public Certificate {
            names = List.copyOf(names);
        }
    }

    public enum Problem {
        EXPIRED, NOT_YET_VALID, WRONG_NAME, SELF_SIGNED, UNTRUSTED;

        /** The message key of its text for people. */
        public String key() {
            return Keys.of("fetch.certificate.", this);
        }
    }

    public TlsFacts {
        chain = List.copyOf(chain);
        problems = Set.copyOf(problems);
    }
}
