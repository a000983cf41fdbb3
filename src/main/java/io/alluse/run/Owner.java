package io.alluse.run;

/** The process that carries out a run. */
public record Owner(String node, long pid, String osUser) {

    @Override
    public String toString() {
        return "process " + pid + " of " + osUser + " on " + node;
    }
}
