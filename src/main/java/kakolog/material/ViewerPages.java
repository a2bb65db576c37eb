package kakolog.material;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import kakolog.material.Preview.Stage;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.text.Messages;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.NotFound;
import kakolog.web.PdfJs;

/** {@code …/view}: a material to be read in the browser, page by page. */
public final class ViewerPages {
    private final StaticTemplates templates = new StaticTemplates();
    private final Door door;
    private final Previews previews;
    private final Marks marks;
    private final Frames frames;

    ViewerPages(Door door, Previews previews, Marks marks, Frames frames) {
        this.door = door;
        this.previews = previews;
        this.marks = marks;
        this.frames = frames;
    }

    /**
     * The page.
     *
     * @param date of the event, in words
     * @param kind pages, image or file
     * @param stage of its preview: waiting, drawing, ready, none
     * @param pages those that are shown
     * @param beyond how many more it has, which are not
     * @param file the address of the file itself
     * @param download the same, to be saved
     * @param mark what lies over the pages, faintly: the lines of it; empty where nothing does
     * @param pdfJs below which address pdf.js is
     */
    public record ViewerPage(
            String slug,
            String date,
            String title,
            String kind,
            String stage,
            List<PageView> pages,
            int beyond,
            String file,
            String download,
            String type,
            List<String> facts,
            String state,
            List<String> mark,
            String pdfJs) {}

    /**
     * One page: its number, its pictures, its text.
     *
     * @param width of its picture, and height, in pixels
     */
    public record PageView(int number, String picture, String thumbnail, int width, int height, String text) {}

    public Answer view(Asking asking) {
        var shown = door.material(asking).thing();
        var material = shown.material();
        var file = material.latest().content().file().orElseThrow(NotFound::new);
        var messages = Messages.in(asking.language());
        boolean pdf = file.type() == FileType.PDF;
        var preview = pdf ? previews.of(file.blob()) : Preview.NONE;
        var mark = mark(shown, asking);
        var page = new ViewerPage(
                shown.event().slug().value(),
                Days.date(shown.event().date(), asking.language()),
                material.title().text(),
                pdf ? "pages" : file.type().isInline() ? "image" : "file",
                preview.stage().name().toLowerCase(Locale.ROOT),
                pages(material, file, preview),
                preview.stage() == Stage.NONE ? 0 : preview.pages() - preview.shown(),
                Address.of(material),
                Address.of(material) + "?download=1",
                file.type().name(),
                MaterialWords.facts(material.latest().content(), preview, messages),
                MaterialWords.state(material, shown.event(), messages, asking.now()),
                mark,
                PdfJs.ADDRESS);
        var answer = Html.of(templates.materialViewer(frames.of(asking), page))
                .unkept()
                .withWorkers();
        // With the time on it, it is another page each minute.
        return mark.isEmpty() ? answer : answer.until(asking.now().plusSeconds(30));
    }

    private List<PageView> pages(Material material, Content.File file, Preview preview) {
        var texts = preview.shown() == 0 ? List.<String>of() : previews.texts(file.blob());
        return IntStream.rangeClosed(1, preview.shown())
                .mapToObj(page -> page(material, page, previews.extent(file.blob(), page), texts))
                .toList();
    }

    private static PageView page(Material material, int page, PictureExtent extent, List<String> texts) {
        return new PageView(
                page,
                Address.picture(material, page),
                Address.thumbnail(material, page),
                extent.width(),
                extent.height(),
                page <= texts.size() ? texts.get(page - 1) : "");
    }

    private List<String> mark(Shown shown, Asking asking) {
        if (!marks.isOn(shown.event().slug())) {
            return List.of();
        }
        var time = asking.now().atZone(shown.event().times().start().getZone());
        return List.of(asking.visit().name(), time.toLocalDate() + " " + Days.time(time));
    }
}
