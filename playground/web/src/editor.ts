/** What makes a pane an editor: colours, marks, undoing. It is fetched when the first verdict is there. */
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { type Diagnostic as Mark, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, Prec, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, gutter, GutterMarker, keymap, lineNumbers } from '@codemirror/view';
import { el } from './dom';
import { bylaw, colours, yaml } from './languages';
import { offsets } from './offsets';
import type { Place } from './protocol';

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

const LANGUAGES: Record<string, Extension> = { bylaw, yaml };

export interface Listener {
  changed(): void;
  /** Of a click: the number of the line. */
  cursor(line: number): void;
}

export class Editor {
  readonly view: EditorView;
  /** A change with this is undone alone. */
  readonly alone = isolateHistory.of('full');
  private readonly extensions: Extension;
  private readonly help = new Compartment();
  private helper: Extension = [];

  constructor(host: HTMLElement, { label, ending }: { label: string; ending: string }, listener: Listener) {
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
      LANGUAGES[ending]!,
      colours,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      keymap.of([
        indentWithTab,
        ...defaultKeymap,
        ...historyKeymap,
      ]),
      // Esc, then Tab, leaves the editor, even where Esc had something else to do, such as to drop a selection.
      Prec.highest(keymap.of([{ key: 'Escape', run: (view) => (view.setTabFocusMode(TO_LEAVE), false) }])),
      EditorView.domEventHandlers({
        click: (_, view) => listener.cursor(view.state.doc.lineAt(view.state.selection.main.head).number),
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) {
          listener.changed();
        }
      }),
    ];
    this.view = new EditorView({ parent: host });
  }

  state(doc: string | Text): EditorState {
    return EditorState.create({ doc, extensions: this.extensions });
  }

  show(state: EditorState): void {
    this.view.setState(state);
    this.assist(this.helper);
  }

  select(from: number, to: number): void {
    this.view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
  }

  /** Lets something help from now on. */
  assist(helper: Extension): void {
    this.helper = helper;
    this.view.dispatch({ effects: this.help.reconfigure(helper) });
  }

  mark(of: Marks, file: string): void {
    const { doc } = this.view.state;
    const { marks, stretches: shown, tested = [] } = of(file, doc);
    const ranges = shown
      .map(({ at, style }) => ({ ...offsets(doc, at), style }))
      .filter(({ from, to }) => to > from)
      .sort((one, other) => one.from - other.from || one.to - other.to)
      .map(({ from, to, style }) => Decoration.mark({ class: style }).range(from, to));
    const signed = tested.map(({ at, passed }) => new Sign(passed).range(offsets(doc, { ...at, column: 1 }).from));
    this.view.dispatch(setDiagnostics(this.view.state, marks), {
      effects: [setStretches.of(Decoration.set(ranges, true)), setSigns.of(RangeSet.of(signed, true))],
    });
  }
}
