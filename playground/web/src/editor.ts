/** One pane: files as tabs, and marks on their text. */
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { type Diagnostic as Mark, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, Prec, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, gutter, GutterMarker, keymap, lineNumbers } from '@codemirror/view';
import { el } from './dom';
import { colours } from './languages';
import { offsets } from './offsets';
import type { Edit, NamedText, Place } from './protocol';

/** How long Tab leaves the text after Esc, in milliseconds. */
const TO_LEAVE = 2000;

/** A stretch of text that is shown by a class of the style sheet. */
export interface Stretch {
  at: Place;
  style: string;
}

const setStretches = StateEffect.define<DecorationSet>();

const stretches = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setStretches));
    return set ? (set.value as DecorationSet) : value.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** How a test went, beside its first line. */
export interface Tested {
  at: Place;
  passed: boolean;
}

/** What is to be marked in the text of a file. */
export type Marks = (file: string, text: Text) => { marks: Mark[]; stretches: Stretch[]; tested?: Tested[] };

class Sign extends GutterMarker {
  constructor(readonly passed: boolean) {
    super();
  }

  override eq(other: Sign): boolean {
    return this.passed === other.passed;
  }

  override toDOM(): Node {
    return el('span', { class: this.passed ? 'sign passed' : 'sign failed', title: this.passed ? 'passed' : 'failed' }, this.passed ? '✓' : '✗');
  }
}

const setSigns = StateEffect.define<RangeSet<Sign>>();

const signs = StateField.define<RangeSet<Sign>>({
  create: () => RangeSet.empty,
  update(value, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setSigns));
    return set ? (set.value as RangeSet<Sign>) : value.map(transaction.changes);
  },
});

export class Pane {
  readonly view: EditorView;
  /** Told the text that the pane shows whenever it is another. */
  followed: (text: string) => void = () => undefined;
  /** The plain text area in the place of the editor, if there is one. */
  area: () => HTMLTextAreaElement | null = () => null;
  private files: { name: string; state: EditorState }[] = [];
  private open = 0;
  private readonly extensions: Extension;
  private readonly help = new Compartment();
  private helper: Extension = [];

  constructor(
    private readonly host: HTMLElement,
    private readonly tabs: HTMLElement,
    private readonly naming: { label: string; stem: string; ending: string; fault(name: string): string | null },
    language: Extension,
    private readonly changed: () => void,
    cursor: (file: string, line: number) => void,
  ) {
    this.extensions = [
      lineNumbers(),
      history(),
      indentOnInput(),
      bracketMatching(),
      lintGutter(),
      stretches,
      signs,
      gutter({ class: 'cm-signs', markers: (view) => view.state.field(signs) }),
      this.help.of([]),
      language,
      colours,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': naming.label, tabindex: '0' }),
      keymap.of([
        indentWithTab,
        ...defaultKeymap,
        ...historyKeymap,
      ]),
      // Esc, then Tab, leaves the editor, even where Esc had something else to do, such as to drop a selection.
      Prec.highest(keymap.of([{ key: 'Escape', run: (view) => (view.setTabFocusMode(TO_LEAVE), false) }])),
      EditorView.domEventHandlers({
        click: (_, view) => cursor(this.file, view.state.doc.lineAt(view.state.selection.main.head).number),
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) {
          this.followed(update.state.doc.toString());
          changed();
        }
      }),
    ];
    this.view = new EditorView({ parent: host });
  }

  /** The name of the file that is open. */
  get file(): string {
    return this.files[this.open]?.name ?? '';
  }

  texts(): NamedText[] {
    this.keep();
    return this.files.map(({ name, state }) => ({ name, text: state.doc.toString() }));
  }

  /** Other texts in the place of all; what stood under the same name comes back by undoing. */
  load(files: NamedText[]): void {
    this.keep();
    const before = this.files;
    this.files = files.map(({ name, text }) => {
      const old = before.find((file) => file.name === name)?.state;
      const change = old && { changes: { from: 0, to: old.doc.length, insert: text }, selection: { anchor: 0 }, annotations: isolateHistory.of('full') };
      return { name, state: change ? old.update(change).state : this.state(text) };
    });
    this.show(0);
  }

  show(index: number): void {
    this.open = index;
    this.view.setState(this.files[index]!.state);
    this.view.dispatch({ effects: this.help.reconfigure(this.helper) });
    this.followed(this.view.state.doc.toString());
    this.drawTabs();
  }

  /** Opens the file, moves the cursor to the place and shows it. */
  go(at: Place): void {
    const index = this.files.findIndex((file) => file.name === at.file);
    if (index < 0) {
      return;
    }
    if (index !== this.open) {
      this.keep();
      this.show(index);
    }
    const { from, to } = offsets(this.view.state.doc, at);
    this.view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    this.area()?.setSelectionRange(from, to);
    this.focus();
  }

  get label(): string {
    return this.naming.label;
  }

  /** Lets something help in this pane from now on. */
  assist(helper: Extension): void {
    this.helper = helper;
    this.view.dispatch({ effects: this.help.reconfigure(helper) });
  }

  has(file: string): boolean {
    return this.files.some(({ name }) => name === file);
  }

  /** Makes edits of one file, which is opened for it; one that is not there is made. */
  edit(file: string, edits: Edit[]): void {
    if (!this.has(file)) {
      this.keep();
      this.files.push({ name: file, state: this.state('') });
    }
    if (this.file !== file) {
      this.keep();
      this.show(this.files.findIndex(({ name }) => name === file));
    }
    const doc = this.view.state.doc;
    this.view.dispatch({ changes: edits.map((edit) => ({ ...offsets(doc, edit.at), insert: edit.text })) });
  }

  /** Another text for a file, as one change that is undone alone; without the focus it is typed in the plain text area. */
  replace(file: string, text: string, focus = true): void {
    this.edit(file, []);
    const old = this.view.state.doc.toString();
    let from = 0;
    while (from < old.length && from < text.length && old[from] === text[from]) {
      from++;
    }
    let same = 0;
    while (same < Math.min(old.length, text.length) - from && old[old.length - 1 - same] === text[text.length - 1 - same]) {
      same++;
    }
    this.view.dispatch({
      changes: { from, to: old.length - same, insert: text.slice(from, text.length - same) },
      ...(focus && { annotations: isolateHistory.of('full') }),
    });
    if (focus) {
      this.focus();
    }
  }

  private focus(): void {
    (this.area() ?? this.view).focus();
  }

  mark(of: Marks): void {
    const { marks, stretches: shown, tested = [] } = of(this.file, this.view.state.doc);
    const ranges = shown
      .map(({ at, style }) => ({ ...offsets(this.view.state.doc, at), style }))
      .filter(({ from, to }) => to > from)
      .sort((one, other) => one.from - other.from || one.to - other.to)
      .map(({ from, to, style }) => Decoration.mark({ class: style }).range(from, to));
    this.view.dispatch(setDiagnostics(this.view.state, marks));
    const signed = tested.map(({ at, passed }) => new Sign(passed).range(offsets(this.view.state.doc, { ...at, column: 1 }).from));
    this.view.dispatch({ effects: [setStretches.of(Decoration.set(ranges, true)), setSigns.of(RangeSet.of(signed, true))] });
  }

  private state(text: string): EditorState {
    return EditorState.create({ doc: text, extensions: this.extensions });
  }

  private keep(): void {
    const file = this.files[this.open];
    if (file) {
      file.state = this.view.state;
    }
  }

  /** Takes files in, those of the same name in the place of what was there. */
  take(files: NamedText[]): void {
    this.keep();
    for (const { name, text } of files) {
      const there = this.files.find((file) => file.name === name);
      if (there) {
        there.state = this.state(text);
      } else {
        this.files.push({ name, state: this.state(text) });
      }
    }
    const last = files.at(-1);
    if (last) {
      this.show(this.files.findIndex((file) => file.name === last.name));
      this.changed();
    }
  }

  private add(): void {
    let name = '';
    for (let n = this.files.length + 1; !name || this.has(name); n++) {
      name = `${this.naming.stem}-${n}.${this.naming.ending}`;
    }
    this.take([{ name, text: '' }]);
    this.focus();
  }

  /** The last file stays: a pane without one could not be written in. */
  private close(): void {
    const text = this.view.state.doc.toString();
    if (this.files.length > 1 && (text.trim() === '' || confirm(`Close ${this.file}? Its text is lost.`))) {
      this.files.splice(this.open, 1);
      this.show(Math.max(0, this.open - 1));
      this.changed();
      this.focus();
    }
  }

  private rename(): void {
    const wanted = prompt(`Another name for ${this.file}`, this.file)?.trim();
    if (!wanted || wanted === this.file) {
      return;
    }
    const fault = this.naming.fault(wanted) ?? (this.has(wanted) ? `there is a ${wanted} already` : null);
    if (fault) {
      alert(`Not renamed: ${fault}.`);
      return;
    }
    this.keep();
    this.files[this.open]!.name = wanted;
    this.drawTabs();
    this.changed();
  }

  private drawTabs(): void {
    const focused = this.tabs.contains(document.activeElement);
    const tabs = this.files.map(({ name }, index) =>
      el(
        'button',
        {
          type: 'button',
          'aria-pressed': String(index === this.open),
          onclick: () => {
            this.keep();
            this.show(index);
            this.host.dispatchEvent(new Event('opened', { bubbles: true }));
          },
        },
        name,
      ),
    );
    const button = (text: string, label: string, run: () => void): HTMLButtonElement =>
      el('button', { type: 'button', class: 'small', 'aria-label': label, title: label, onclick: run }, text);
    this.tabs.replaceChildren(
      ...tabs,
      button('+', `Add a file to ${this.naming.label}`, () => this.add()),
      button('✎', `Rename ${this.file}`, () => this.rename()),
      ...(this.files.length > 1 ? [button('×', `Close ${this.file}`, () => this.close())] : []),
    );
    if (focused) {
      tabs[this.open]!.focus();
    }
  }
}
