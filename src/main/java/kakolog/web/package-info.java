/** The kit for answering requests; knows no feature. */
@NullMarked
package kakolog.web;

import org.jspecify.annotations.NullMarked;
