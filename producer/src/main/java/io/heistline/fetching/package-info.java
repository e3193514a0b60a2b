/** Requests to servers that nobody vouches for: safe, bounded and polite. */
@NullMarked
package io.heistline.fetching;

import org.jspecify.annotations.NullMarked;
