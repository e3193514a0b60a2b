/** The streams application: settings, start, stop. */
@NullMarked
package io.heistline.app;

import org.jspecify.annotations.NullMarked;
