package io.heistline.resolving;

/**
 * How many voices say something, and what they weigh. Publishers that print copies of one text are
 * one voice.
 *
 * @param number independent voices
 * @param official those among them that give an official source's word, or the victim's own
 * @param weight the sum of their weights
 */
record Voices(int number, int official, int weight) {}
