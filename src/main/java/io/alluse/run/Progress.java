package io.alluse.run;

/** How far a run is, as any process can read it from the database. */
public record Progress(long done, long total, long setAside) {

    public int percent() {
        return total == 0 ? 100 : (int) (done * 100 / total);
    }
}
