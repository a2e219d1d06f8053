package vn.vonggac.watch;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.vonggac.fetch.Header;
import vn.vonggac.fetch.TlsFacts;

/** What a server said of itself as its table holds it: lists a line each, no certificate as no last day. */
@MappedEntity("portal_server")
record ServerRow(@Id long portalId, String host, Instant seenAt, String protocol, String subject,
        String issuer, String names, @Nullable Instant notBefore, @Nullable Instant notAfter, String problems,
        String software) {

    private static final int LONGEST_NAME = 1_000;
    private static final int MOST_NAMES = 50;
    private static final int LONGEST_HOST = 300;

    static ServerRow of(long portal, ServerFacts facts) {
        Optional<TlsFacts.Certificate> own = facts.certificate();
        return new ServerRow(portal, line(facts.host(), LONGEST_HOST), facts.seenAt(),
                facts.tls().map(TlsFacts::protocol).orElse(""),
                line(own.map(TlsFacts.Certificate::subject).orElse(""), LONGEST_NAME),
                line(own.map(TlsFacts.Certificate::issuer).orElse(""), LONGEST_NAME),
                own.stream().flatMap(each -> each.names().stream()).limit(MOST_NAMES)
                        .map(name -> line(name, LONGEST_HOST)).collect(Collectors.joining("\n")),
                own.map(TlsFacts.Certificate::notBefore).orElse(null),
                own.map(TlsFacts.Certificate::notAfter).orElse(null),
                facts.tls().stream().flatMap(tls -> tls.problems().stream()).map(Enum::name).sorted()
                        .collect(Collectors.joining("\n")),
                facts.software().stream().map(header -> line(header.toString(), LONGEST_HOST))
                        .collect(Collectors.joining("\n")));
    }

    ServerFacts facts() {
        return new ServerFacts(host, seenAt, tls(), lines(software).map(Header::parse).toList());
    }

    private Optional<TlsFacts> tls() {
        if (protocol.isEmpty()) {
            return Optional.empty();
        }
        List<TlsFacts.Certificate> chain = notBefore == null || notAfter == null
                ? List.of()
                : List.of(new TlsFacts.Certificate(subject, issuer, "", notBefore, notAfter,
                        lines(names).toList(), ""));
        Set<TlsFacts.Problem> known = lines(problems).map(TlsFacts.Problem::valueOf)
                .collect(Collectors.toSet());
        return Optional.of(new TlsFacts(protocol, "", chain, known));
    }

    private static Stream<String> lines(String text) {
        return text.isEmpty() ? Stream.empty() : text.lines();
    }

    private static String line(String text, int longest) {
        String plain = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
        return plain.length() <= longest ? plain : plain.substring(0, longest);
    }
}
