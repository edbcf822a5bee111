package dev.coffey.nn.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The tests of this contract that must fail, all others passing; none for a good service. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Finds {
  String[] value();
}
