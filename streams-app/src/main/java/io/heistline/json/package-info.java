/**
 * The ledger as JSON, for other programs: the contract of extract, replay, totals and incidents.
 */
@NullMarked
package io.heistline.json;

import org.jspecify.annotations.NullMarked;
