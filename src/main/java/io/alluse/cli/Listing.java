package io.alluse.cli;

import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A list as the options ask for it: a JSON array, a name per line, or a table of the first rows that says whether there are more.
 *
 * @param name what {@code --quiet} prints of one
 * @param none what is noted where there is nothing
 */
record Listing<T>(
        Source<T> source,
        Function<T, Json> json,
        Function<T, Object> name,
        List<String> titles,
        Function<T, Object[]> row,
        String none) {

    /** Gives at most so many, one by one. */
    interface Source<T> {
        void list(int most, Consumer<T> each);
    }

    void answer(Verb verb, LimitOption limit) {
        if (verb.options().json()) {
            JsonArray array = new JsonArray(verb.out());
            source.list(limit.most(), one -> array.add(json.apply(one)));
            array.end();
        } else if (verb.options().quiet()) {
            AtomicLong written = new AtomicLong();
            source.list(limit.most(), one -> {
                verb.out().println(name.apply(one));
                NobodyReads.check(verb.out(), written.incrementAndGet());
            });
        } else {
            print(verb, limit.shown());
        }
        verb.out().flush();
    }

    /** One more than shown is asked for, to know whether there are more. */
    private void print(Verb verb, int most) {
        List<T> found = new ArrayList<>();
        source.list(most == Integer.MAX_VALUE ? most : most + 1, found::add);
        if (found.isEmpty()) {
            verb.note(none);
            return;
        }
        TextTable table = TextTable.of(titles.toArray(String[]::new));
        found.stream().limit(most).forEach(one -> table.row(row.apply(one)));
        verb.out().print(Terminal.fit(table));
        if (found.size() > most) {
            verb.note("there are more; --limit N shows more of them, --json all");
        }
    }
}
