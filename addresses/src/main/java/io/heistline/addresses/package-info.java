/** Which addresses a request may go to that somebody else has named, and who makes it. */
@NullMarked
package io.heistline.addresses;

import org.jspecify.annotations.NullMarked;
