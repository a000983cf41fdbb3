package io.alluse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDigestTest {

    private static final EventHash FIRST = hash("961007a0a7d52547dddee89dfe0e77186523fc0ccb158b2d5d02dbff1c1c3018");
    private static final EventHash SECOND = hash("dc683b13365a8732dfbf989d5971caa97cbb88595649e997d91d8af677efbdea");

    private static EventHash hash(String hex) {
        return EventHash.of(HexFormat.of().parseHex(hex));
    }

    @Test
    void digests_are_those_of_another_implementation() {
        RunDigest one = new EventText().runDigest("A-000042-GEN", 1, FIRST);
        RunDigest both = one.plus(new EventText().runDigest("A-000042-GEN", 2, SECOND));
        assertThat(one).hasToString("10076d3b9a3e6eb778244eecbbab6fc79fa461689814090b3542e44f07b1da1b");
        assertThat(both).hasToString("c41fa8d75714dea9643e4167b75c2cb8c523f787b0082c88fc439d060c43c2d2");
        assertThat(RunDigest.NONE).hasToString("0".repeat(64));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void order_and_grouping_do_not_count(long seed) {
        Random random = new Random(seed);
        List<RunDigest> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            events.add(new EventText().runDigest("A-%06d-GEN".formatted(i), 1 + i % 7, EventHash.of(bytes)));
        }
        RunDigest inOrder = events.stream().reduce(RunDigest.NONE, RunDigest::plus);
        Collections.shuffle(events, random);
        int cut = random.nextInt(events.size());
        RunDigest left = events.subList(0, cut).stream().reduce(RunDigest.NONE, RunDigest::plus);
        RunDigest right = events.subList(cut, events.size()).stream().reduce(RunDigest.NONE, RunDigest::plus);
        assertThat(right.plus(left)).isEqualTo(inOrder);
        assertThat(RunDigest.of(inOrder.bytes())).isEqualTo(inOrder);
        assertThat(RunDigest.parse(inOrder.toString())).isEqualTo(inOrder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "zz", "961007a0a7d52547dddee89dfe0e77186523fc0ccb158b2d5d02dbff1c1c301"})
    void what_is_not_64_digits_is_no_digest(String text) {
        assertThatThrownBy(() -> RunDigest.parse(text)).hasMessageContaining("64 hexadecimal digits: " + text);
    }
}
