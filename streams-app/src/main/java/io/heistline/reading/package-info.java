/** Reading: an article's text to claims. Pure functions; the grammar stands in small classes. */
@NullMarked
package io.heistline.reading;

import org.jspecify.annotations.NullMarked;
