package io.alluse.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Holds a sweep in the middle of its first page, its transaction open and its locks taken, until told to go on. */
final class StandStill implements Consumer<List<AccountView>> {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public void accept(List<AccountView> page) {
        reached.countDown();
        await(goOn);
    }

    void awaitReached() {
        await(reached);
    }

    void goOn() {
        goOn.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
