/**
 * The service provider interface of Coffey: nine kinds of service a plugin may bring, and the types
 * in their signatures. No logic lives here.
 *
 * <p>Conventions every service keeps:
 *
 * <ul>
 *   <li>A service is a stateless, thread-safe factory. All state lives in what its {@code open}
 *       returns, belongs to one run, and is used by that run's thread only.
 *   <li>Images are float32, (N, C, H, W), values in [0, 1]; networks normalise inside. Labels are
 *       int32 class ids, (N).
 *   <li>Losses return the mean over the batch; temperature losses multiply by T².
 *   <li>Whoever opens a manager closes it. A service allocates in {@link
 *       dev.coffey.api.Run#memory()} or {@link dev.coffey.api.Run#scratch()} and closes neither.
 * </ul>
 */
@Version("1.3.0")
package dev.coffey.api;

import org.osgi.annotation.versioning.Version;
