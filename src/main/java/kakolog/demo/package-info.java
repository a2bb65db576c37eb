/** The demonstration: a community, a stand-in for its Discord, and a clock that can be turned. Production never imports it. */
@NullMarked
package kakolog.demo;

import org.jspecify.annotations.NullMarked;
