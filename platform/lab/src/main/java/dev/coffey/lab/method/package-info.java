/** The built-in method: a weighted sum of losses. */
package dev.coffey.lab.method;
