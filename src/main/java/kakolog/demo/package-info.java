/** The demonstration: a clock that can be turned. Production never imports it. */
@NullMarked
package kakolog.demo;

import org.jspecify.annotations.NullMarked;
