package kakolog.text;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.NodePostProcessor;
import com.vladsch.flexmark.parser.block.NodePostProcessorFactory;
import com.vladsch.flexmark.util.ast.DoNotDecorate;
import com.vladsch.flexmark.util.ast.DoNotLinkDecorate;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.NodeTracker;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.regex.Pattern;

/**
 * Makes links of addresses that stand bare in the text. The library's own extension takes the Japanese words that follow an
 * address without a blank into it; here an address ends where ASCII ends.
 */
final class BareAddresses implements Parser.ParserExtension {
    private static final Pattern SCHEME = Pattern.compile("https?://");

    @Override
    public void parserOptions(MutableDataHolder options) {}

    @Override
    public void extend(Parser.Builder builder) {
        builder.postProcessorFactory(new NodePostProcessorFactory(false) {
            {
                addNodeWithExclusions(Text.class, DoNotDecorate.class, DoNotLinkDecorate.class);
            }

            @Override
            public NodePostProcessor apply(Document document) {
                return new Linking();
            }
        });
    }

    private static final class Linking extends NodePostProcessor {
        @Override
        public void process(NodeTracker state, Node text) {
            var chars = text.getChars();
            var found = SCHEME.matcher(chars);
            int done = 0;
            while (found.find()) {
                int start = found.start();
                int end = start < done ? start : BareAddress.end(chars, start, chars.length());
                if (end > start) {
                    insertText(state, text, chars.subSequence(done, start));
                    insertLink(state, text, chars.subSequence(start, end));
                    done = end;
                }
            }
            if (done > 0) {
                insertText(state, text, chars.subSequence(done, chars.length()));
                text.unlink();
                state.nodeRemoved(text);
            }
        }

        private static void insertText(NodeTracker state, Node before, BasedSequence chars) {
            if (!chars.isEmpty()) {
                var text = new Text(chars);
                before.insertBefore(text);
                state.nodeAdded(text);
            }
        }

        private static void insertLink(NodeTracker state, Node before, BasedSequence address) {
            var link = new AutoLink(address.subSequence(0, 0), address, address.subSequence(address.length()));
            link.appendChild(new Text(address));
            link.setCharsFromContent();
            before.insertBefore(link);
            state.nodeAddedWithChildren(link);
        }
    }
}
