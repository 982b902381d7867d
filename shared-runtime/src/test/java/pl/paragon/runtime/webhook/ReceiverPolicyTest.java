package pl.paragon.runtime.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.runtime.webhook.ReceiverPolicy.Verdict;

class ReceiverPolicyTest {

    private final Map<String, List<InetAddress>> known = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    private record Config(Optional<List<String>> allowedNetworks, List<String> allowedPorts) implements ReceiverConfig {
        @Override
        public Duration resolveTimeout() {
            return Duration.ofMinutes(5);
        }
    }

    @Test
    void shouldAllowAPublicReceiverAndSayWhereItIs() {
        // given
        name("hooks.example.com", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946");

        // when
        Verdict verdict = policy().check("https://hooks.example.com/paragon/in?shop=7");

        // then
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Allowed.class, allowed -> {
            Receiver receiver = allowed.receiver();
            assertThat(receiver.tls()).isTrue();
            assertThat(receiver.host()).isEqualTo("hooks.example.com");
            assertThat(receiver.port()).isEqualTo(443);
            assertThat(receiver.target()).isEqualTo("/paragon/in?shop=7");
            assertThat(receiver.address(0)).isNotEqualTo(receiver.address(1)).isEqualTo(receiver.address(2));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34",
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.0.1",
                "172.32.0.1",
                "[2606:4700:4700::1111]"
            })
    void shouldAllowPublicAddresses(String host) {
        assertThat(policy().check("http://" + host + "/")).isInstanceOf(Verdict.Allowed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // this host, loopback, private, link-local with the metadata of clouds, carrier-grade NAT
                "0.0.0.0",
                "127.0.0.1",
                "127.255.255.254",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                // documentation, benchmarks, multicast, reserved, broadcast
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                // the same in IPv6, and every way to wrap an IPv4 address in it
                "[::]",
                "[::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:a9fe:a9fe]",
                "[0:0:0:0:0:ffff:10.0.0.1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2001::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:db8::1]",
                // what only some parsers take for an address
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0177.0.0.1",
                "0x7f.0.0.1",
                "127.1",
                "127.0.1",
                "127.0.0.1.",
                "127.000.000.001",
                "1.1.1.01",
                "example.0x7f",
                "256.256.256.256"
            })
    void shouldRefuseEveryOtherAddressHoweverItIsWritten(String host) {
        assertThat(policy().check("http://" + host + "/")).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void shouldRefuseAHostOfWhichOneAddressIsNotPublic() {
        // given
        name("mixed.example.com", "93.184.216.34", "127.0.0.1");
        name("inside.example.com", "10.0.0.7");
        name("wrapped.example.com", "::ffff:10.0.0.7");

        // when, then
        for (String host : List.of("mixed", "inside", "wrapped")) {
            assertThat(policy().check("https://" + host + ".example.com/"))
                    .as(host)
                    .isEqualTo(new Verdict.Refused("The host has an address that is not public"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://hooks.example.com/ | A URL begins with https:// or http://",
                "file:///etc/passwd | A URL begins with https:// or http://",
                "gopher://hooks.example.com/ | A URL begins with https:// or http://",
                "hooks.example.com | A URL begins with https:// or http://",
                "https:/hooks | A URL has a host, and neither a user nor a fragment",
                "https://me:secret@hooks.example.com/ | A URL has a host, and neither a user nor a fragment",
                "https://hooks.example.com/#here | A URL has a host, and neither a user nor a fragment",
                "https://hooks_example/ | A URL has a host, and neither a user nor a fragment",
                "https://hooks.example.com\\@127.0.0.1/ | This is no URL",
                "https://hooks.example.com:22/ | Port 22 is not allowed",
                "http://hooks.example.com:5432/ | Port 5432 is not allowed",
                "http://2130706433/ | An IPv4 address has four decimal numbers without leading zeros"
            })
    void shouldSayWhatIsWrongWithAUrl(String url, String why) {
        name("hooks.example.com", "93.184.216.34");

        assertThat(policy().check(url)).isEqualTo(new Verdict.Refused(why));
    }

    @Test
    void shouldTakeNoCharactersThatEndALineOrTooManyOfThem() {
        name("hooks.example.com", "93.184.216.34");

        for (String url : List.of(
                "https://hooks.example.com/\r\nHost: x",
                "https://hooks.example.com/ż",
                "https://hooks.example.com/ ",
                "https://hooks.example.com/" + "x".repeat(ReceiverPolicy.LONGEST_URL))) {
            assertThat(policy().check(url)).isInstanceOf(Verdict.Refused.class);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldSayThatAHostIsUnknown() {
        assertThat(policy().check("https://nowhere.example.com/")).isEqualTo(new Verdict.HostUnknown());
        assertThat(policy().check("https://[fe80::1%25nowhere]/")).isEqualTo(new Verdict.HostUnknown());
    }

    @Test
    void shouldAllowNetworksOfOnesOwnOnAllowedPortsOnly() {
        // given
        ReceiverPolicy policy = policy(List.of("10.1.0.0/16", "fd00:7::/32"), List.of("80", "9000-9010"));

        // when, then
        assertThat(policy.check("http://10.1.2.3/")).isInstanceOf(Verdict.Allowed.class);
        assertThat(policy.check("http://10.1.2.3:9005/")).isInstanceOf(Verdict.Allowed.class);
        assertThat(policy.check("http://[fd00:7::1]/")).isInstanceOf(Verdict.Allowed.class);
        assertThat(policy.check("http://10.2.0.1/")).isInstanceOf(Verdict.Refused.class);
        assertThat(policy.check("http://127.0.0.1/")).isInstanceOf(Verdict.Refused.class);
        assertThat(policy.check("http://10.1.2.3:9011/")).isInstanceOf(Verdict.Refused.class);
        assertThat(policy.check("https://10.1.2.3/")).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "example.com/8", "10.0.0.0/8/8", ""})
    void shouldNotStartWithANetworkThatIsNone(String network) {
        assertThatThrownBy(() -> policy(List.of(network), List.of("80"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldAskTheSystem() throws UnknownHostException {
        SystemHostNames system = new SystemHostNames(Duration.ofMinutes(5));

        assertThat(system.addresses("localhost")).anyMatch(InetAddress::isLoopbackAddress);
        assertThat(system.addresses("::ffff:127.0.0.1")).containsExactly(InetAddress.ofLiteral("127.0.0.1"));
        assertThatThrownBy(() -> system.addresses("nowhere.invalid")).isInstanceOf(UnknownHostException.class);
    }

    private void name(String host, String... addresses) {
        known.put(host, Arrays.stream(addresses).map(InetAddress::ofLiteral).toList());
    }

    private ReceiverPolicy policy() {
        return new ReceiverPolicy(new Config(Optional.empty(), List.of("80", "443", "8080", "8443")), this::addresses);
    }

    private ReceiverPolicy policy(List<String> networks, List<String> ports) {
        return new ReceiverPolicy(new Config(Optional.of(networks), ports), this::addresses);
    }

    /** Literals as the system reads them; names as the test says. */
    private List<InetAddress> addresses(String host) throws UnknownHostException {
        asked.add(host);
        if (known.containsKey(host)) {
            return known.get(host);
        }
        if (host.endsWith(".example.com")) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.getAllByName(host));
    }
}
