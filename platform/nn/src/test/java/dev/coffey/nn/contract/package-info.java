/** Services, some good, most bad, that show which contract test finds which fault. */
package dev.coffey.nn.contract;
