package kakolog.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;

/** Turns a filled template into an answer. */
public final class Html {
    private Html() {}

    /** The page as HTML. */
    public static Answer of(JteModel page) {
        var out = new Utf8ByteOutput();
        page.render(out);
        return Answer.of(Answer.HTML, out.toByteArray());
    }
}
