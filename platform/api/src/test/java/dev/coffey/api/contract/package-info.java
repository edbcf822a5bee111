/**
 * What every service of a kind must keep, as abstract JUnit tests: a plugin extends the contract of
 * its kind and names its service and an example. They run on whatever engine the {@link
 * dev.coffey.api.contract.RunSource} on the class path brings.
 */
package dev.coffey.api.contract;
