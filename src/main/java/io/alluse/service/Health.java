package io.alluse.service;

import java.util.Map;

/** Whether a service works, and what it says of itself; what people must mend of jobs is none of its own illness. */
public record Health(boolean up, Map<String, Object> details) {

    org.springframework.boot.health.contributor.Health told() {
        var told = up
                ? org.springframework.boot.health.contributor.Health.up()
                : org.springframework.boot.health.contributor.Health.down();
        return told.withDetails(details).build();
    }
}
