package dev.bylaw.engine.check;

import dev.bylaw.engine.schema.Schema;

/** What all parts of one check share. */
record Context(Schema schema, Diagnostics diagnostics, AccessTable accesses) {}
