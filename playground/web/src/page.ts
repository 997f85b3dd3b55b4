/** The page: two panes of text, and the verdict that follows every key. */
import { Bench } from './bench';
import { worker } from './start.js';
import { byId, el, fill, write } from './dom';
import { Pane } from './pane';
import { point } from './linked';
import { onManifests, onRules } from './marks';
import { opening } from './opening';
import type { Edit, Finding, Place, Result } from './protocol';
import { encode, type Shared } from './share';
import { sharable } from './sharing';
import { followTheme } from './theme';
import { findingsView, libraryView, outputView, testsView, verdict, whyView } from './views';

/** Of Bylaw; the build puts it here. */
declare const VERSION: string;

const VIEWS = ['findings', 'why', 'tests', 'output'] as const;
const pack = byId<HTMLSelectElement>('pack');
const whyRule = byId<HTMLSelectElement>('why-rule');
const format = byId<HTMLSelectElement>('output-format');
const status = byId('status');
const body = byId('verdict-body');

const embedded = new URLSearchParams(location.search).has('embed');

const isRules = (name: string): boolean => name.endsWith('.bylaw');
const taken = (name: string): string | null => (/^std\//.test(name) ? 'the standard library has such names' : null);

let run = 0;
let last: Result | undefined;
let view: (typeof VIEWS)[number] = 'findings';
let step = -1;
/** Whether the texts are judged as soon as all that happens at once has happened. */
let due = false;

const rules = new Pane(
  byId('rules-text'),
  byId('rules-tabs'),
  { label: 'Rules', stem: 'rules', ending: 'bylaw', fault: (name) => (isRules(name) ? taken(name) : 'the name of a rule file ends in .bylaw') },
  () => edited(),
);
const manifests = new Pane(
  byId('manifests-text'),
  byId('manifests-tabs'),
  { label: 'Manifests', stem: 'manifest', ending: 'yaml', fault: (name) => (isRules(name) ? 'only the name of a rule file ends in .bylaw' : taken(name)) },
  () => edited(),
);
const bench = new Bench({ result: show, packs: (packs) => byId('library-body').replaceChildren(...libraryView(packs)), stopped }, worker);

const today = (): string => new Date().toISOString().slice(0, 10);
const state = (): Shared => ({ rules: rules.texts(), manifests: manifests.texts(), pack: pack.value });

/** What stands there is of an older text until the next verdict; it stays to be read. */
function edited(): void {
  byId('verdict').classList.add('stale');
  byId('stale').hidden = false;
  if (!due) {
    due = true;
    queueMicrotask(submit);
  }
}

function submit(): void {
  due = false;
  run++;
  bench.run({ run, ...state(), why: view === 'why' ? whyRule.value : '', output: view === 'output' ? format.value : '', today: today() });
}

function show(result: Result): void {
  last = result;
  say('');
  step = -1;
  point([]);
  if (result.run === run) {
    byId('verdict').classList.remove('stale');
    byId('stale').hidden = true;
  }
  write(status, verdict(result.check));
  status.dataset.worst = worst(result);
  const told = result.check.diagnostics.length + result.check.findings.length;
  write(byId('count'), told > 0 ? `(${told})` : '');
  write(byId('time'), `${Math.max(1, Math.round(result.milliseconds))} ms`);
  offerRules(result);
  draw();
  mark();
  edit();
  if (embedded) {
    void encode(state()).then((hash) => byId('whole').setAttribute('href', location.pathname + hash));
  }
}

function worst(result: Result): string {
  const violated = result.check.findings.filter((one) => one.outcome === 'violated');
  const errors = result.check.diagnostics.some((one) => one.severity === 'error');
  return errors ? 'error' : violated.length > 0 ? 'found' : result.check.checked ? 'clean' : 'nothing';
}

/** What is shown is of another input, and says so. */
function stopped(reason: string): void {
  byId('verdict').classList.add('stale');
  byId('stale').hidden = false;
  status.textContent = `No verdict: ${reason}`;
  status.dataset.worst = 'error';
  edit();
}

function draw(): void {
  if (!last) {
    return;
  }
  const goRule = (at: Place): void => (pane('rules', at), rules.go(at));
  const goManifest = (at: Place): void => (pane('manifests', at), manifests.go(at));
  byId('why-choice').hidden = view !== 'why';
  byId('output-choice').hidden = view !== 'output';
  fill(
    body,
    view === 'findings'
      ? findingsView(last.check, { goRule, goManifest, why: (rule) => (choose('why', rule), whyRule.focus()), mend: (finding) => void mend(finding.at.file, finding) })
      : view === 'why'
        ? whyView(last.why)
        : view === 'tests'
          ? testsView(last.test, goRule)
          : outputView(last.output),
  );
}

/** On a narrow screen only one pane is shown: the one that has the place. */
function pane(name: 'rules' | 'manifests' | 'verdict', at?: Place): void {
  const there = !at || (name === 'rules' ? rules : manifests).texts().some((file) => file.name === at.file);
  if (there) {
    document.body.dataset.pane = name;
    document.querySelectorAll<HTMLButtonElement>('#panes button').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.pane === name));
    });
  }
}

/** The same findings on both sides: the clause that fired and the value that it is about. */
function mark(): void {
  if (last) {
    manifests.mark(onManifests(last, apply));
    rules.mark(onRules(last, apply));
  }
}

/** Makes edits in whichever files they are of. */
function apply(edits: Edit[]): void {
  for (const file of new Set(edits.map((edit) => edit.at.file))) {
    const side = isRules(file) ? rules : manifests;
    side.edit(
      file,
      edits.filter((edit) => edit.at.file === file),
    );
  }
}

/** Fetched once the first verdict is there: the processor has better things to do before, and the texts can be written in. */
const editors = async (): Promise<void> => {
  const { Editor } = await import('./editor');
  const become = (side: Pane, place: 'clause' | 'at'): Promise<void> =>
    side.become((host, { changed }) => new Editor(host, side.naming, { changed, cursor: (line) => pointAt(place, side.file, line) }));
  await Promise.all([become(rules, 'clause'), become(manifests, 'at')]);
  mark();
  await assist();
};

let begun: Promise<void> | undefined;
const edit = (): void => void (begun ??= editors());
/** At the latest after so many milliseconds, whatever the engine does. */
setTimeout(edit, 3000);

const assist = async (): Promise<void> => {
  const { assist: helper } = await import('./assist');
  for (const side of [rules, manifests]) {
    side.assist(
      helper({
        file: () => side.file,
        ask: (question, asked) => bench.ask(question, state(), { ...asked, today: today() }),
        apply,
        go: (at) => goTo(at),
        say,
      }),
    );
  }
};

/** Opens a place in whichever text it is; one of the standard library is shown there. */
function goTo(at: Place): void {
  const side = rules.has(at.file) ? 'rules' : manifests.has(at.file) ? 'manifests' : undefined;
  if (side) {
    pane(side, at);
    (side === 'rules' ? rules : manifests).go(at);
  } else {
    say(`This is defined in ${at.file}: see the standard library.`);
  }
}

/** A remark for the eye and for a screen reader. */
function say(text: string): void {
  write(byId('remark'), text);
}

/** Points at the findings that are about this line. */
function pointAt(side: 'clause' | 'at', file: string, line: number): void {
  const first = last?.check.diagnostics.length ?? 0;
  point(
    (last?.check.findings ?? []).flatMap((one, index) => {
      const place = one[side];
      return place?.file === file && place.line <= line && line <= place.endLine ? [first + index] : [];
    }),
  );
}

function choose(next: (typeof VIEWS)[number], rule?: string): void {
  view = next;
  if (rule) {
    whyRule.value = rule;
  }
  for (const name of VIEWS) {
    byId(`view-${name}`).setAttribute('aria-pressed', String(name === view));
  }
  draw();
  if (view === 'why' || view === 'output') {
    submit();
  }
}

/** Shows what the manifest would be after the fix of one finding, or after all, and makes that if it is wanted. */
async function mend(file: string, finding?: Finding): Promise<void> {
  const { showFixes } = await import('./fixes');
  const before = manifests.texts().find(({ name }) => name === file)?.text ?? '';
  const asked = { file, line: 1, column: 1, endLine: 1, endColumn: 1, today: today(), ...(finding && { finding: finding.fingerprint }) };
  const fixed = await bench.ask('fix', state(), asked).catch((error: Error) => (say(error.message), null));
  if (fixed) {
    showFixes(finding ? `Fix of ${finding.rule}` : `All fixes of ${file}`, before, fixed, {
      apply: () => {
        if (manifests.texts().find(({ name }) => name === file)?.text === before) {
          manifests.replace(file, fixed.text);
        } else {
          say(`${file} was changed meanwhile, so nothing was mended.`);
        }
      },
      all: finding && (() => void mend(file)),
    });
  }
}

function offerRules(result: Result): void {
  const ids = result.check.rules.map((rule) => rule.id);
  const known = [...whyRule.options].map((option) => option.value);
  if (ids.length === 0 || known.join() === ids.join()) {
    return;
  }
  const chosen = ids.includes(whyRule.value) ? whyRule.value : ids[0]!;
  whyRule.replaceChildren(...ids.map((id) => el('option', { value: id }, id)));
  whyRule.value = chosen;
  if (view === 'why') {
    submit();
  }
}

/** F8 walks the findings, shift-F8 backwards. */
function walk(direction: 1 | -1): void {
  const places = [...(last?.check.diagnostics ?? []), ...(last?.check.findings ?? [])].map((one) => one.at);
  if (places.length === 0) {
    return;
  }
  step = step < 0 && direction < 0 ? places.length - 1 : (step + direction + places.length) % places.length;
  const at = places[step]!;
  const side = rules.texts().some((file) => file.name === at.file) ? 'rules' : 'manifests';
  pane(side, at);
  (side === 'rules' ? rules : manifests).go(at);
  point([step]);
}

function load(shared: Shared): void {
  pack.value = shared.pack;
  rules.load(shared.rules);
  manifests.load(shared.manifests);
  edited();
}

function notice(text: string): void {
  byId('notice').textContent = text;
  byId('notice').hidden = text === '';
}

byId('version').textContent = `Bylaw ${VERSION}`;
import('./arrange').then(({ arrange }) =>
  arrange({ rules, manifests, isRules, pane, notice, changed: edited }),
);
followTheme(byId<HTMLSelectElement>('theme'));
document.body.classList.toggle('embed', embedded);
VIEWS.forEach((name) => byId(`view-${name}`).addEventListener('click', () => choose(name)));
document.querySelectorAll<HTMLButtonElement>('#panes button').forEach((button) => {
  button.onclick = () => pane(button.dataset.pane as 'rules');
});
pack.onchange = edited;
whyRule.onchange = submit;
format.onchange = submit;
document.addEventListener('opened', mark);
document.addEventListener('keydown', (event) => {
  if (event.key === 'F8') {
    event.preventDefault();
    walk(event.shiftKey ? -1 : 1);
  }
});
sharable(state, () => last?.check);
byId('keys-open').onclick = () => byId<HTMLDialogElement>('keys').showModal();
byId('library-open').onclick = () => {
  bench.askForPacks();
  byId<HTMLDialogElement>('library').showModal();
};
void opening({ load, notice, isEmpty: () => rules.texts().length === 0 });
