/** What a verdict marks in the texts: findings, diagnostics and how tests went. */
import type { Diagnostic as Mark } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { Marks } from './editor';
import { belongs } from './linked';
import { offsets } from './offsets';
import type { Diagnostic, Edit, Finding, Place, Result } from './protocol';

export type Apply = (edits: Edit[]) => void;

const drawn = (text: Text, at: Place, severity: Mark['severity'], message: string, more: Partial<Mark> = {}): Mark => ({
  ...offsets(text, at),
  severity,
  message,
  ...more,
});

const sentence = (one: Diagnostic): string => (one.help ? `${one.message}\nhelp: ${one.help}` : one.message);

/** With the edits that the engine proposes, as buttons of the tooltip. */
const diagnosed = ({ check }: Result, file: string, text: Text, apply: Apply): Mark[] =>
  check.diagnostics
    .filter((one) => one.at.file === file)
    .map((one) => {
      const actions = one.fixes.map((fix) => ({ name: fix.title, apply: () => apply(fix.edits) }));
      return drawn(text, one.at, one.severity, sentence(one), { source: one.code, actions });
    });

/** Those that count, each with the class of all that belongs to it. */
const violated = ({ check }: Result): (Finding & { own: string })[] =>
  check.findings
    .map((one, index) => ({ ...one, own: belongs(check.diagnostics.length + index) }))
    .filter((one) => one.outcome === 'violated');

const missing = (one: Finding): boolean => one.missing.length > 0;

/** The values that findings are about. */
export const onManifests =
  (result: Result, apply: Apply): Marks =>
  (file, text) => {
    const here = violated(result).filter((one) => one.at.file === file);
    return {
      marks: [
        ...diagnosed(result, file, text, apply),
        ...here.map((one) => {
          const message = one.message + (missing(one) ? `; missing here: ${one.missing.join('.')}` : '');
          return drawn(text, one.at, one.severity === 'low' ? 'warning' : 'error', message, { source: one.rule });
        }),
      ],
      stretches: here.map((one) => ({ at: one.at, style: `found ${one.severity} ${one.own}${missing(one) ? ' missing' : ''}` })),
    };
  };

/** The clauses that fired, and how the tests went. */
export const onRules =
  (result: Result, apply: Apply): Marks =>
  (file, text) => {
    const tests = result.test?.tests ?? [];
    const failures = tests.flatMap((test) => test.failures).filter((one) => one.at.file === file);
    return {
      marks: [
        ...diagnosed(result, file, text, apply),
        ...failures.map((one) => drawn(text, one.at, 'error', one.message, { source: 'test' })),
      ],
      tested: tests.filter((one) => one.at.file === file),
      stretches: violated(result).flatMap((one) =>
        one.clause?.file === file ? [{ at: one.clause, style: `fired ${one.severity} ${one.own}` }] : [],
      ),
    };
  };
