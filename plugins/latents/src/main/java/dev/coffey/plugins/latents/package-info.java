/** A dataset of what generators are asked: noise and a class. */
package dev.coffey.plugins.latents;
