/** One pane: files as tabs, and marks on their text. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { type Diagnostic as Mark, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { colours } from './languages';
import { offsets } from './offsets';
import type { Edit, NamedText, Place } from './protocol';

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

export class Pane {
  readonly view: EditorView;
  private files: { name: string; state: EditorState }[] = [];
  private open = 0;
  private readonly extensions: Extension;
  private readonly help = new Compartment();
  private helper: Extension = [];

  constructor(
    private readonly host: HTMLElement,
    private readonly tabs: HTMLElement,
    private readonly naming: { label: string; stem: string; ending: string },
    language: Extension,
    changed: () => void,
    cursor: (file: string, line: number) => void,
  ) {
    this.extensions = [
      lineNumbers(),
      history(),
      indentOnInput(),
      bracketMatching(),
      lintGutter(),
      stretches,
      this.help.of([]),
      language,
      colours,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': naming.label, tabindex: '0' }),
      keymap.of([
        // Esc, then Tab, leaves the editor: CodeMirror sees to that.
        indentWithTab,
        ...defaultKeymap,
        ...historyKeymap,
      ]),
      EditorView.domEventHandlers({
        click: (_, view) => cursor(this.file, view.state.doc.lineAt(view.state.selection.main.head).number),
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) {
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

  load(files: NamedText[]): void {
    this.files = files.map(({ name, text }) => ({ name, state: this.state(text) }));
    this.show(0);
  }

  show(index: number): void {
    this.open = index;
    this.view.setState(this.files[index]!.state);
    this.view.dispatch({ effects: this.help.reconfigure(this.helper) });
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
    this.view.focus();
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

  mark(of: (file: string, text: Text) => { marks: Mark[]; stretches: Stretch[] }): void {
    const { marks, stretches: shown } = of(this.file, this.view.state.doc);
    const ranges = shown
      .map(({ at, style }) => ({ ...offsets(this.view.state.doc, at), style }))
      .filter(({ from, to }) => to > from)
      .sort((one, other) => one.from - other.from || one.to - other.to)
      .map(({ from, to, style }) => Decoration.mark({ class: style }).range(from, to));
    this.view.dispatch(setDiagnostics(this.view.state, marks));
    this.view.dispatch({ effects: setStretches.of(Decoration.set(ranges, true)) });
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

  private add(): void {
    this.keep();
    let name = '';
    for (let n = this.files.length + 1; !name || this.files.some((file) => file.name === name); n++) {
      name = `${this.naming.stem}-${n}.${this.naming.ending}`;
    }
    this.files.push({ name, state: this.state('') });
    this.show(this.files.length - 1);
    this.view.focus();
  }

  private drawTabs(): void {
    const tabs = this.files.map(({ name }, index) => {
      const tab = document.createElement('button');
      tab.type = 'button';
      tab.textContent = name;
      tab.setAttribute('aria-pressed', String(index === this.open));
      tab.onclick = () => {
        this.keep();
        this.show(index);
        this.host.dispatchEvent(new Event('opened', { bubbles: true }));
      };
      return tab;
    });
    const add = document.createElement('button');
    add.type = 'button';
    add.textContent = '+';
    add.setAttribute('aria-label', `Add a file to ${this.naming.label}`);
    add.onclick = () => this.add();
    this.tabs.replaceChildren(...tabs, add);
  }
}
