package dev.bylaw.engine.check;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.schema.Schema;

/**
 * What all parts of one check share.
 *
 * @param steps what the check may take
 */
record Context(Schema schema, Diagnostics diagnostics, AccessTable accesses, Steps steps) {}
