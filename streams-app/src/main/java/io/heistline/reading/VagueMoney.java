package io.heistline.reading;

/**
 * An amount without a figure: "hundreds of millions of dollars".
 *
 * @param from first token
 * @param to behind the last token
 * @param text the words
 */
record VagueMoney(int from, int to, String text) {}
