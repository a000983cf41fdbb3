package io.alluse.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a service tells over HTTP, and to whom. */
class HttpEndpointsTest {

    private static final Figures FIGURES =
            new Figures(() -> new Backlog(Map.of(DueState.FAILED, 2L), Duration.ofMinutes(90)));
    private static volatile Health health = new Health(true, Map.of("lagSeconds", 5400));
    private static HttpEndpoints http;

    @BeforeAll
    static void start() {
        http = HttpEndpoints.start(0, () -> health, FIGURES);
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    private static HttpResponse<String> got(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + http.port() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }

    @Test
    void health_says_whether_it_works() throws Exception {
        assertThat(got("/actuator/health").body())
                .isEqualTo("{\"components\":{\"service\":{\"details\":{\"lagSeconds\":5400},\"status\":\"UP\"}},"
                        + "\"status\":\"UP\"}");
        Health well = health;
        health = new Health(false, Map.of("database", "gone"));
        HttpResponse<String> ill = got("/actuator/health");
        health = well;
        assertThat(ill.statusCode()).isEqualTo(503);
        assertThat(ill.body()).contains("\"database\":\"gone\"").contains("\"status\":\"DOWN\"");
    }

    @Test
    void figures_tell_runs_accounts_and_how_far_behind_it_is() throws Exception {
        Due due = new Due(
                1,
                new DueKey("nightly-tax", LocalDate.of(2026, 1, 7)),
                "tax",
                Instant.EPOCH,
                List.of(),
                DueState.RUNNING,
                false,
                1,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        FIGURES.ended(due, new Launcher.Ended(Exit.SET_ASIDE, 1L, 1000, 3, ""), DueState.DONE, Duration.ofSeconds(4));
        FIGURES.late(due);
        assertThat(got("/actuator/prometheus").body())
                .contains("alluse_runs_total{job=\"tax\",outcome=\"set_aside\"} 1.0\n")
                .contains("alluse_accounts_total{job=\"tax\"} 1000.0\n")
                .contains("alluse_run_accounts_per_second{job=\"tax\"} 250.0\n")
                .contains("alluse_set_asides_total{job=\"tax\"} 3.0\n")
                .contains("alluse_run_duration_seconds_sum{job=\"tax\"} 4.0\n")
                .contains("alluse_deadlines_missed_total{job=\"tax\"} 1.0\n")
                .contains("alluse_due_open{state=\"failed\"} 2.0\n")
                .contains("alluse_due_open{state=\"due\"} 0.0\n")
                .contains("alluse_due_lag_seconds 5400.0\n")
                .contains("jvm_memory_used_bytes{");
    }

    @Test
    void there_is_nothing_else() throws Exception {
        for (String path : List.of("/", "/actuator/env", "/actuator/shutdown", "/actuator/heapdump", "/error")) {
            assertThat(got(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void nobody_else_hears_it() throws Exception {
        for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(one.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> connect(address)).isInstanceOf(java.io.IOException.class);
                }
            }
        }
    }

    private static void connect(InetAddress address) throws Exception {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, http.port()), 1000);
        }
    }

    @Test
    void a_port_that_is_taken_is_said() {
        assertThatThrownBy(() -> HttpEndpoints.start(http.port(), () -> health, FIGURES))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exit()).isEqualTo(Exit.ENVIRONMENT))
                .hasMessage("port " + http.port() + " is taken; give another one by --port");
    }
}
