@NullMarked
package dev.bylaw.engine.ruletest;

import org.jspecify.annotations.NullMarked;
