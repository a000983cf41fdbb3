package io.alluse.broker;

/** What a format has to say beside its verdicts. */
final class Remarks {

    private final LineSink sink;

    Remarks(LineSink sink) {
        this.sink = sink;
    }

    void stated(Stated stated) {
        sink.stated(stated);
    }

    void warned(LineProblem problem) {
        sink.warned(problem);
    }
}
