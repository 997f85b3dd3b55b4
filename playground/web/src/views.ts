/** What the verdict pane shows: findings, explanations, tests. */
import { el, fill, Kept } from './dom';
import { belongs } from './linked';
import { inline } from './markdown';
import type { CheckAnswer, Diagnostic, Explanation, Finding, Output, Place, TestAnswer, Trace, WhyAnswer } from './protocol';

export type Go = (at: Place) => void;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** One sentence: what the live region says. */
export const verdict = (check: CheckAnswer): string => {
  const errors = check.diagnostics.filter((one) => one.severity === 'error').length;
  if (!check.compiles) {
    return `The rules do not compile: ${counted(errors, 'error')}`;
  }
  const violated = check.findings.filter((one) => one.outcome === 'violated');
  const waived = check.findings.length - violated.length;
  const severities = (['critical', 'high', 'medium', 'low'] as const)
    .map((severity) => [violated.filter((one) => one.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${count} ${severity}`);
  const parts = [
    errors > 0 ? `Incomplete: ${counted(errors, 'error')} in the manifests` : '',
    severities.length > 0
      ? `${counted(violated.length, 'finding')}: ${severities.join(', ')}`
      : !check.checked
        ? 'Nothing was checked'
        : errors > 0
          ? ''
          : 'No findings',
    waived > 0 ? `${waived} waived` : '',
  ];
  return parts.filter(Boolean).join('; ');
};

/** What there is to say where nothing was found. */
const calm = (check: CheckAnswer): string =>
  check.rules.length === 0
    ? 'There is no rule: write one, such as `deny hostNetwork`, take an example, or add a standard pack.'
    : !check.checked
      ? 'There is no object to check: write or drop a manifest, or take an example.'
      : check.applied.length === 0
        ? 'No rule looks at what is here.'
        : `${counted(check.applied.length, 'rule')} had something to look at in ${counted(check.documents, 'document')}, and found nothing.`;

/** What can be done with a finding. */
export interface Doing {
  goRule: Go;
  goManifest: Go;
  why(rule: string): void;
  mend(finding: Finding): void;
}

const kept = new Kept();

/** With every key there is another verdict, and nearly all of it is what it was. */
export const findingsView = (check: CheckAnswer, doing: Doing): HTMLElement[] => {
  const { goRule, goManifest } = doing;
  const applied = new Set(check.applied);
  const silent = check.rules.filter((rule) => check.compiles && !applied.has(rule.id)).map(({ id, subject }) => ({ id, subject }));
  const list = (name: string, items: HTMLElement[]): HTMLElement => {
    const there = kept.element(name, () => el('ul', { class: name }));
    fill(there, items);
    return there;
  };
  const item = (one: Diagnostic | Finding, index: number, make: () => HTMLElement): HTMLElement =>
    kept.element([index, one], () => {
      const made = make();
      made.classList.add(belongs(index));
      return made;
    });
  const items = [
    ...check.diagnostics.map((one, index) => item(one, index, () => diagnosticItem(one, (at) => (goRule(at), goManifest(at))))),
    ...check.findings.map((one, index) => item(one, check.diagnostics.length + index, () => findingItem(one, doing))),
  ];
  const shown = [
    items.length > 0 ? list('findings', items) : el('p', { class: 'calm' }, ...inline(calm(check))),
    ...(silent.length > 0
      ? [
          kept.element('silent', () => el('h3', {}, 'Not applicable: nothing here is what they look at')),
          list('plain', silent.map((rule) => kept.element(rule, () => el('li', {}, el('code', {}, rule.id), ` (${rule.subject})`)))),
        ]
      : []),
    ...(check.unknownKinds.length > 0 ? [el('p', { class: 'note' }, `Unknown kinds: ${check.unknownKinds.join(', ')}`)] : []),
  ];
  kept.next();
  return shown;
};

const findingItem = (one: Finding, { goRule, goManifest, why, mend }: Doing): HTMLLIElement => {
  const word = one.outcome === 'violated' ? one.severity : `${one.outcome} ${one.severity}`;
  return el(
    'li',
    { class: `finding ${one.outcome === 'violated' ? one.severity : 'waived'}` },
    el(
      'button',
      { type: 'button', class: 'to-text', onclick: () => goManifest(one.at) },
      el('span', { class: 'severity' }, word),
      ' ',
      el('span', { class: 'message' }, ...inline(one.message)),
      el('span', { class: 'where' }, `${one.at.file}:${one.at.line}:${one.at.column} ${one.resource}`),
    ),
    el('code', { class: 'path' }, one.path),
    one.missing.length > 0 && el('p', { class: 'note' }, `missing here: ${one.missing.join('.')}`),
    one.note && el('p', { class: 'note' }, ...inline(one.note)),
    one.clause &&
      el(
        'p',
        { class: 'links' },
        el('button', { type: 'button', onclick: () => goRule(one.clause!) }, `Rule ${one.rule}`),
        el('button', { type: 'button', onclick: () => why(one.rule) }, 'Why?'),
        one.mendable && el('button', { type: 'button', onclick: () => mend(one) }, 'Fix …'),
      ),
  );
};

const diagnosticItem = (one: Diagnostic, go: Go): HTMLLIElement =>
  el(
    'li',
    { class: `finding ${one.severity}` },
    el(
      'button',
      { type: 'button', class: 'to-text', onclick: () => go(one.at) },
      el('span', { class: 'severity' }, `${one.severity} ${one.code}`),
      ' ',
      el('span', { class: 'message' }, ...inline(one.message)),
      el('span', { class: 'where' }, `${one.at.file}:${one.at.line}:${one.at.column}`),
    ),
    one.help && el('p', { class: 'note' }, ...inline(`help: ${one.help}`)),
  );

export const testsView = (test: TestAnswer | null, goRule: Go): HTMLElement[] => {
  if (!test) {
    return [el('p', { class: 'calm' }, 'The rules do not compile, so nothing was tested.')];
  }
  if (test.tests.length === 0) {
    return [el('p', { class: 'calm' }, ...inline('There is no test: write `test "…" { … }`, or `fails` and `passes` in a rule.'))];
  }
  const failed = test.tests.filter((one) => !one.passed).length;
  return [
    el('p', { class: 'calm' }, `${test.tests.length - failed} passed, ${failed} failed`),
    el(
      'ul',
      { class: 'findings' },
      ...test.tests.map((one) =>
        el(
          'li',
          { class: `finding ${one.passed ? 'passed' : 'error'}` },
          el(
            'button',
            { type: 'button', class: 'to-text', onclick: () => goRule(one.failures[0]?.at ?? one.at) },
            el('span', { class: 'severity' }, one.passed ? 'passed' : 'FAILED'),
            ' ',
            el('span', { class: 'message' }, one.name),
          ),
          ...one.failures.map((failure) => el('p', { class: 'note' }, failure.message)),
        ),
      ),
    ),
  ];
};

/** What the command line prints: its output, then what it says beside it. */
export const outputView = (output: Output | null): HTMLElement[] =>
  output
    ? [
        el('p', { class: 'calm' }, 'Exit code ', el('code', {}, String(output.exitCode))),
        el('pre', { class: 'output', tabindex: '0', 'aria-label': 'Standard output' }, output.out),
        ...(output.err ? [el('h3', {}, 'Standard error'), el('pre', { class: 'output', tabindex: '0', 'aria-label': 'Standard error' }, output.err)] : []),
      ]
    : [];

export const whyView = (why: WhyAnswer | null): HTMLElement[] =>
  why
    ? why.explanations.map((one) => explanation(one))
    : [el('p', { class: 'calm' }, 'Choose a rule to see why it decided as it did for each subject.')];

const explanation = (one: Explanation): HTMLElement => {
  const name = `${one.resource.kind} ${one.resource.namespace ? `${one.resource.namespace}/` : ''}${one.resource.name ?? '(no name)'}`;
  return el(
    'section',
    { class: `why ${one.outcome.replace(' ', '-')}` },
    el('h3', {}, el('span', { class: 'severity' }, one.outcome), ` ${name}${one.container ? ` › ${one.container}` : ''}`),
    one.reason && el('p', { class: 'note' }, one.reason.sentence),
    one.when && el('div', {}, el('p', { class: 'note' }, 'when'), el('ul', { class: 'trace' }, trace(one.when))),
    one.condition && el('ul', { class: 'trace' }, trace(one.condition)),
  );
};

const trace = (one: Trace): HTMLLIElement => {
  const parts = [...(one.parts ?? []), ...(one.meaning ? [one.meaning] : [])];
  const children = [
    ...parts.map(trace),
    ...(one.items ?? []).map((item) => line(item.text, item.holds, item.decides, item.note)),
    ...(one.elements ?? []).map((element) => {
      const inner = [element.where, element.condition].filter((part) => part !== undefined);
      const item = line(element.name ?? element.path, element.holds, element.decides);
      item.append(inner.length > 0 ? el('ul', { class: 'trace' }, ...inner.map(trace)) : '');
      return item;
    }),
    ...(one.more ? [el('li', { class: 'note' }, `and ${one.more} more`)] : []),
  ];
  const item = line(one.text, one.holds, one.decides, one.note);
  for (const value of one.values ?? []) {
    item.append(el('p', { class: 'value' }, `${value.text} = ${value.value ?? 'not set'}${value.note ? ` (${value.note})` : ''}`));
  }
  item.append(children.length > 0 ? el('ul', { class: 'trace' }, ...children) : '');
  return item;
};

const line = (text: string, holds: boolean, decides: boolean, note?: string): HTMLLIElement =>
  el(
    'li',
    { class: decides ? 'decides' : '' },
    el('span', { class: holds ? 'true' : 'false' }, holds ? '✓ true' : '✗ false'),
    ' ',
    el('code', {}, text),
    decides && el('span', { class: 'visually-hidden' }, ' (this decides)'),
    note && el('span', { class: 'note' }, ` ${note}`),
  );

/** The files of the standard library, pack by pack. */
export const libraryView = (packs: Record<string, Record<string, string>>): HTMLElement[] =>
  Object.entries(packs).map(([name, files]) =>
    el(
      'details',
      {},
      el('summary', {}, name),
      ...Object.entries(files).map(([file, text]) => el('details', {}, el('summary', {}, file), el('pre', { tabindex: '0' }, text))),
    ),
  );
