/** Which addresses a request may go to that somebody else has named. */
@NullMarked
package io.heistline.addresses;

import org.jspecify.annotations.NullMarked;
