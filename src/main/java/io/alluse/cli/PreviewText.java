package io.alluse.cli;

import io.alluse.capitalization.CapitalizationPreview;
import io.alluse.capitalization.PlannedMain;
import io.alluse.text.Json;
import java.io.PrintWriter;

/** What a dry run shows: every account as it comes, then the totals. */
sealed interface PreviewText {

    void main(PlannedMain main);

    void end(CapitalizationPreview preview);

    static PreviewText of(Verb verb) {
        if (verb.options().json()) {
            return new AsJson(verb.out());
        }
        return new AsText(verb.out(), verb.options().quiet());
    }

    record AsText(PrintWriter out, boolean quiet) implements PreviewText {

        @Override
        public void main(PlannedMain main) {
            if (!quiet) {
                CapitalizationText.print(out, main);
            }
        }

        @Override
        public void end(CapitalizationPreview preview) {
            CapitalizationText.print(out, preview);
        }
    }

    /** One object whose first member is a list that may be longer than the memory. */
    final class AsJson implements PreviewText {

        private final PrintWriter out;
        private String separator = "{\"mainAccounts\":[";

        private AsJson(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void main(PlannedMain main) {
            out.print(separator);
            out.print(json(main));
            separator = ",";
        }

        private static Json json(PlannedMain main) {
            return Json.object()
                    .put("code", main.code())
                    .put("name", main.name())
                    .put("policy", main.policy())
                    .put("capital", main.capital())
                    .put("accounts", main.accounts().stream().map(AsJson::json).toList());
        }

        private static Json json(PlannedMain.PlannedAccount account) {
            return Json.object()
                    .put("code", account.code())
                    .put("state", account.state())
                    .put("capital", account.capital())
                    .put("investable", account.investable())
                    .put("buffer", account.buffer());
        }

        @Override
        public void end(CapitalizationPreview preview) {
            out.print(separator.equals(",") ? "" : separator);
            out.print("],");
            out.println(CapitalizationText.json(preview).toString().substring(1));
            out.flush();
        }
    }
}
