/** The one guarded way out: which servers may be asked, how long and how much they may answer. Imports nothing of ours. */
@NullMarked
package kakolog.outbound;

import org.jspecify.annotations.NullMarked;
