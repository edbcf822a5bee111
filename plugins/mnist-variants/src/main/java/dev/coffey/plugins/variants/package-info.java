/**
 * Digits on which a second thing gives the class away: their colour or texture, and that of the
 * background. In the test the two are independent of the digit.
 *
 * <p>The way of an image: a {@link dev.coffey.plugins.variants.DigitSource} has it in grey, {@link
 * dev.coffey.plugins.variants.Factors} say which colours or textures it has, a {@link
 * dev.coffey.plugins.variants.Painting} paints it when its batch is asked for.
 */
package dev.coffey.plugins.variants;
