package vn.vonggac.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GateTest {

    private static final Map<String, List<String>> NAMES = Map.of(
            "www.tinh.gov.vn", List.of("101.99.1.1", "2405:4800::1"),
            "mixed.example.net", List.of("101.99.1.1", "10.0.0.5"),
            "mixed6.example.net", List.of("101.99.1.1", "fd00::5"),
            "inside.example.net", List.of("192.168.1.10"),
            "metadata.example.net", List.of("169.254.169.254"),
            "nat64.example.net", List.of("64:ff9b::6563:101"),
            "nat64-inside.example.net", List.of("64:ff9b::a00:1"),
            "xn--bcher-kva.example", List.of("101.99.1.2"));

    private final Gate gate = gate(Map.of());

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            ftp://www.tinh.gov.vn/                        | scheme
            file:///etc/passwd                            | scheme
            gopher://www.tinh.gov.vn:70/_                 | scheme
            javascript:alert(1)                           | scheme
            data:text/html,x                              | scheme
            jar:http://www.tinh.gov.vn/a.jar!/            | scheme
            ws://www.tinh.gov.vn/                         | scheme
            http:www.tinh.gov.vn                          | scheme
            http:/www.tinh.gov.vn                         | scheme
            www.tinh.gov.vn                               | not an absolute URL
            //www.tinh.gov.vn/                            | not an absolute URL
            http://                                       | host
            http:///etc/passwd                            | host
            http://www.tinh.gov.vn:22/                    | port 22
            http://www.tinh.gov.vn:6379/                  | port 6379
            http://www.tinh.gov.vn:8080/                  | port 8080
            http://www.tinh.gov.vn:99999/                 | port
            http://www.tinh.gov.vn:0/                     | host
            http://www.tinh.gov.vn:080/                   | host
            http://www.tinh.gov.vn:/                      | host
            http://www.tinh.gov.vn:80:80/                 | host
            http://www.tinh.gov.vn:-80/                   | host
            http://0.0.0.0/                               | this network 0.0.0.0
            http://0.1.2.3/                               | this network 0.1.2.3
            http://10.0.0.1/                              | private 10.0.0.1
            http://10.255.255.255/                        | private 10.255.255.255
            http://172.16.0.1/                            | private 172.16.0.1
            http://172.31.255.254/                        | private 172.31.255.254
            http://192.168.0.1/                           | private 192.168.0.1
            http://127.0.0.1/                             | loopback 127.0.0.1
            http://127.255.255.254/                       | loopback 127.255.255.254
            http://169.254.1.1/                           | link-local 169.254.1.1
            http://169.254.169.254/latest/meta-data/      | cloud metadata 169.254.169.254
            http://168.63.129.16/machine                  | cloud metadata 168.63.129.16
            http://100.64.0.1/                            | carrier-grade NAT 100.64.0.1
            http://100.100.100.200/                       | carrier-grade NAT 100.100.100.200
            http://100.127.255.255/                       | carrier-grade NAT 100.127.255.255
            http://192.0.0.192/                           | reserved 192.0.0.192
            http://192.0.2.1/                             | documentation 192.0.2.1
            http://198.51.100.7/                          | documentation 198.51.100.7
            http://203.0.113.9/                           | documentation 203.0.113.9
            http://198.18.0.1/                            | benchmarking 198.18.0.1
            http://198.19.255.255/                        | benchmarking 198.19.255.255
            http://192.88.99.1/                           | 6to4 relay 192.88.99.1
            http://224.0.0.1/                             | multicast 224.0.0.1
            http://239.255.255.250/                       | multicast 239.255.255.250
            http://240.0.0.1/                             | reserved 240.0.0.1
            http://255.255.255.255/                       | broadcast 255.255.255.255
            http://[::]/                                  | unspecified 0:0:0:0:0:0:0:0
            http://[::1]/                                 | loopback 0:0:0:0:0:0:0:1
            http://[0:0:0:0:0:0:0:1]/                     | loopback 0:0:0:0:0:0:0:1
            http://[::ffff:127.0.0.1]/                    | loopback 127.0.0.1
            http://[::ffff:7f00:1]/                       | loopback 127.0.0.1
            http://[::ffff:169.254.169.254]/              | cloud metadata 169.254.169.254
            http://[::ffff:10.0.0.1]/                     | private 10.0.0.1
            http://[::127.0.0.1]/                         | IPv4-compatible 0:0:0:0:0:0:7f00:1
            http://[fe80::1]/                             | link-local fe80:0:0:0:0:0:0:1
            http://[fe80::1%25eth0]/                      | percent sign in the host
            http://[fec0::1]/                             | site-local fec0:0:0:0:0:0:0:1
            http://[fc00::1]/                             | unique local fc00:0:0:0:0:0:0:1
            http://[fd00:ec2::254]/                       | unique local fd00:ec2:0:0:0:0:0:254
            http://[ff02::1]/                             | multicast ff02:0:0:0:0:0:0:1
            http://[64:ff9b::7f00:1]/                     | NAT64 of loopback 64:ff9b:0:0:0:0:7f00:1
            http://[64:ff9b::a9fe:a9fe]/                  | NAT64 of cloud metadata 64:ff9b:0:0:0:0:a9fe:a9fe
            http://[64:ff9b:1::1]/                        | local NAT64 64:ff9b:1:0:0:0:0:1
            http://[2002:7f00:1::]/                       | 6to4 2002:7f00:1:0:0:0:0:0
            http://[2002:a00:1::1]/                       | 6to4 2002:a00:1:0:0:0:0:1
            http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/| Teredo 2001:0:4136:e378:8000:63bf:80ff:fffe
            http://[2001:db8::1]/                         | documentation 2001:db8:0:0:0:0:0:1
            http://[3fff::1]/                             | documentation 3fff:0:0:0:0:0:0:1
            http://[2001:2::1]/                           | benchmarking 2001:2:0:0:0:0:0:1
            http://[100::1]/                              | discard 100:0:0:0:0:0:0:1
            http://[4000::1]/                             | reserved 4000:0:0:0:0:0:0:1
            http://[::1                                   | host
            http://[gggg::1]/                             | host
            http://[1:2:3]/                               | numeric host
            http://2130706433/                            | numeric host
            http://017700000001/                          | numeric host
            http://0x7f000001/                            | numeric host
            http://0x7f.0.0.1/                            | numeric host
            http://0177.0.0.1/                            | numeric host
            http://127.1/                                 | numeric host
            http://127.0.1/                               | numeric host
            http://127.0.0.01/                            | numeric host
            http://127.0.0.1.1/                           | numeric host
            http://256.256.256.256/                       | numeric host
            http://1.1.1.0x1/                             | numeric host
            http://0/                                     | numeric host
            http://127.0.0.1./                            | trailing dot
            http://１２７.０.０.１/                         | loopback 127.0.0.1
            http://127。0。0。1/                            | loopback 127.0.0.1
            http://①②⑦.⓪.⓪.①/                              | loopback 127.0.0.1
            http://admin@www.tinh.gov.vn/                 | user information
            http://www.tinh.gov.vn@127.0.0.1/             | user information
            http://www.tinh.gov.vn:80@127.0.0.1/          | user information
            http://www.tinh.gov.vn%40127.0.0.1/           | percent sign in the host
            http://%31%32%37.0.0.1/                       | percent sign in the host
            http://127.0.0.1\\@www.tinh.gov.vn/            | backslash
            http://www.tinh.gov.vn\\@127.0.0.1/            | backslash
            http:\\\\127.0.0.1\\                             | backslash
            http://localhost/                             | name of an inside network
            http://LOCALHOST/                             | name of an inside network
            http://a.localhost/                           | name of an inside network
            http://localhost.localdomain/                 | name of an inside network
            http://localhost./                            | trailing dot
            http://www.tinh.gov.vn./                      | trailing dot
            http://ｌｏｃａｌｈｏｓｔ/                         | name of an inside network
            http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/                            | name of an inside network
            http://lосаlhоst/                             | name of an inside network
            http://printer.local/                         | name of an inside network
            http://metadata.google.internal/              | name of an inside network
            http://metadata/computeMetadata/v1/           | name of an inside network
            http://router.home.arpa/                      | name of an inside network
            http://mixed.example.net/                     | private 10.0.0.5
            http://mixed6.example.net/                    | unique local fd00:0:0:0:0:0:0:5
            http://inside.example.net/                    | private 192.168.1.10
            http://metadata.example.net/                  | cloud metadata 169.254.169.254
            http://nat64-inside.example.net/              | NAT64 of private 64:ff9b:0:0:0:0:a00:1
            http://a..example.net/                        | host
            http://.example.net/                          | host
            http://-a.example.net/                        | host
            http://a b.example.net/                       | host
            http://exa!mple.net/                          | host
            """)
    void attackIsRefused(String url, String rule) {
        assertThat(gate.check(url, Set.of())).isEqualTo(new Passage.Shut(rule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://www.tinh.gov.vn/\r\nHost: 127.0.0.1", "http://www.tinh.gov.vn\t/",
            "http://127.0.0.1\u0000.tinh.gov.vn/", "http://www.tinh.gov.vn/\u007f"})
    void controlCharactersAreRefused(String url) {
        assertThat(gate.check(url, Set.of())).isEqualTo(new Passage.Shut("control character"));
    }

    @ParameterizedTest(name = "{0} is asked as {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            http://www.tinh.gov.vn                        | http://www.tinh.gov.vn/
            HTTPS://WWW.TINH.GOV.VN/A?b#c                 | https://www.tinh.gov.vn/A?b
            https://www.tinh.gov.vn:443/                  | https://www.tinh.gov.vn/
            http://www.tinh.gov.vn:443/                   | http://www.tinh.gov.vn:443/
            http://www.tinh.gov.vn?q=a b                  | http://www.tinh.gov.vn/?q=a%20b
            http://www.tinh.gov.vn/tin tức/a.aspx         | http://www.tinh.gov.vn/tin%20t%E1%BB%A9c/a.aspx
            http://www.tinh.gov.vn/a/../b/./c/%2e%2e/d/.. | http://www.tinh.gov.vn/b/
            http://www.tinh.gov.vn/../../etc              | http://www.tinh.gov.vn/etc
            http://bücher.example/                        | http://xn--bcher-kva.example/
            http://nat64.example.net/                     | http://nat64.example.net/
            http://101.99.1.1/                            | http://101.99.1.1/
            http://[2405:4800::1]/                        | http://[2405:4800:0:0:0:0:0:1]/
            """)
    void publicServerPasses(String url, String asked) {
        assertThat(gate.check(url, Set.of())).isInstanceOfSatisfying(Passage.Open.class,
                open -> assertThat(open.url()).hasToString(asked));
    }

    @Test
    void portalsOwnPortPasses() {
        assertThat(gate.check("http://www.tinh.gov.vn:8080/", Set.of(8080))).isInstanceOf(Passage.Open.class);
    }

    @Test
    void everyCheckedAddressIsHandedOnWithTheOldProtocolsFirst() {
        assertThat(gate.check("http://www.tinh.gov.vn/", Set.of())).isInstanceOfSatisfying(Passage.Open.class,
                open -> assertThat(open.addresses()).extracting(InetAddress::getHostAddress)
                        .containsExactly("101.99.1.1", "2405:4800:0:0:0:0:0:1"));
    }

    @Test
    void rangeThatTheOperatorListsPassesAndItsNeighbourDoesNot() {
        Gate open = gate(Map.of("allow", List.of("127.0.0.0/30", "::1")));
        assertThat(open.check("http://127.0.0.1/", Set.of())).isInstanceOf(Passage.Open.class);
        assertThat(open.check("http://[::1]/", Set.of())).isInstanceOf(Passage.Open.class);
        assertThat(open.check("http://127.0.0.4/", Set.of())).isInstanceOf(Passage.Shut.class);
        assertThat(open.check("http://10.0.0.1/", Set.of())).isInstanceOf(Passage.Shut.class);
        assertThat(open.allowed()).containsExactly("127.0.0.0/30", "0:0:0:0:0:0:0:1/128");
    }

    @Test
    void unknownNameIsNotARefusal() {
        assertThat(gate.check("http://nobody.example/", Set.of())).isInstanceOfSatisfying(
                Passage.Unresolved.class,
                none -> assertThat(none.cause()).isEqualTo(Failed.Cause.UNKNOWN_HOST));
    }

    @Test
    void nameServerThatHangsIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        try (Gate slow = new Gate(FetchConfig.with(Map.of("limits.dns", "100ms")), host -> {
            await(never);
            return List.of();
        })) {
            assertThat(slow.check("http://www.tinh.gov.vn/", Set.of())).isInstanceOfSatisfying(
                    Passage.Unresolved.class,
                    none -> assertThat(none.cause()).isEqualTo(Failed.Cause.DNS_TIMEOUT));
        }
    }

    @ParameterizedTest(name = "{0} from a page at /a/b?c goes to {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            d                     | http://www.tinh.gov.vn/a/d
            ./d?e                 | http://www.tinh.gov.vn/a/d?e
            ../d                  | http://www.tinh.gov.vn/d
            /d                    | http://www.tinh.gov.vn/d
            ?d                    | http://www.tinh.gov.vn/a/b?d
            #d                    | http://www.tinh.gov.vn/a/b?c
            //other.example/d     | http://other.example/d
            https://other.example | https://other.example/
            /tin tức              | http://www.tinh.gov.vn/tin%20t%E1%BB%A9c
            """)
    void locationIsResolvedAsBrowsersDo(String location, String url) throws Barred {
        assertThat(StrictUrl.parse("http://www.tinh.gov.vn/a/b?c").resolve(location)).hasToString(url);
    }

    @ParameterizedTest(name = "{0} is at {1}")
    @CsvSource({"cong.tinh.gov.vn,10.1.2.3", "a.b.tinh.gov.vn,10.1.2.4", "web.cong.tinh.gov.vn,10.1.2.5",
            "www.tinh.gov.vn,10.1.2.4", "tinh.gov.vn,", "www.example.net,101.99.1.3"})
    void aPinnedNameIsAtItsAddressAndTheLongestPinCounts(String host, String address) {
        Gate pinned = gate(Map.of("allow", List.of("10.1.2.0/24"), "hosts",
                List.of("10.1.2.3 CONG.tinh.gov.vn", "10.1.2.4 *.tinh.gov.vn",
                        "10.1.2.5  *.cong.tinh.gov.vn\tother.example",
                        "101.99.1.3 www.example.net")));
        List<String> found = pinned.check("http://" + host + "/", Set.of()) instanceof Passage.Open open
                ? open.addresses().stream().map(InetAddress::getHostAddress).toList()
                : List.of();
        assertThat(found).isEqualTo(address == null ? List.of() : List.of(address));
    }

    @Test
    void aPinOpensNoGate() {
        Gate pinned = gate(Map.of("hosts", List.of("127.0.0.1 www.tinh.gov.vn")));
        assertThat(pinned.check("http://www.tinh.gov.vn/", Set.of()))
                .isEqualTo(new Passage.Shut("loopback 127.0.0.1"));
    }

    private static Gate gate(Map<String, Object> changes) {
        return new Gate(FetchConfig.with(changes), GateTest::resolve);
    }

    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        if (!NAMES.containsKey(host)) {
            throw new UnknownHostException(host);
        }
        return NAMES.getOrDefault(host, List.of()).stream().map(InetAddress::ofLiteral).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
