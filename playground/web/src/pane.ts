/** One pane: files as tabs, and the text of the one that is open. */
import { type Annotation, EditorState, type Extension, type Text, type TransactionSpec } from '@codemirror/state';
import { el } from './dom';
import type { Editor, Listener, Marks } from './editor';
import { offsets } from './offsets';
import type { Edit, NamedText, Place } from './protocol';

export class Pane {
  /** What is written in until there is an editor, and for who wants no editor. */
  private readonly area: HTMLTextAreaElement;
  private editor: Editor | undefined;
  private wantsPlain = false;
  private composing = false;
  private files: { name: string; state: EditorState }[] = [];
  private open = 0;

  constructor(
    private readonly host: HTMLElement,
    private readonly tabs: HTMLElement,
    readonly naming: { label: string; stem: string; ending: string; fault(name: string): string | null },
    private readonly changed: () => void,
  ) {
    this.area = el('textarea', {
      class: 'plain-text',
      'aria-label': naming.label,
      spellcheck: 'false',
      autocapitalize: 'off',
      wrap: 'soft',
      oninput: () => this.replace(this.file, this.area.value, false),
      oncompositionstart: () => (this.composing = true),
      oncompositionend: () => (this.composing = false),
    });
    host.append(this.area);
  }

  /** The text area gives way to an editor, in the same place of the same text; nothing is taken out of a hand that writes. */
  async become(editor: (host: HTMLElement, listener: Pick<Listener, 'changed'>) => Editor): Promise<void> {
    if (this.composing) {
      await new Promise((resolve) => this.area.addEventListener('compositionend', resolve, { once: true }));
    }
    const focused = document.activeElement === this.area;
    const { selectionStart, selectionEnd, scrollTop } = this.area;
    this.editor = editor(this.host, { changed: () => this.wasChanged() });
    this.files.forEach((file) => (file.state = this.state(file.state.doc)));
    this.show(this.open);
    this.plain = this.wantsPlain;
    const { view } = this.editor;
    view.dispatch({ selection: { anchor: selectionStart, head: selectionEnd } });
    view.scrollDOM.scrollTop = scrollTop;
    if (focused) {
      this.focus();
    }
  }

  /** Whether the text area stays in the place of the editor. */
  set plain(wanted: boolean) {
    this.wantsPlain = wanted;
    if (this.editor) {
      this.area.hidden = !wanted;
      this.editor.view.dom.hidden = wanted;
      this.follow();
    }
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
      const change = old && { changes: { from: 0, to: old.doc.length, insert: text }, selection: { anchor: 0 }, ...this.alone };
      return { name, state: change ? old.update(change).state : this.state(text) };
    });
    this.show(0);
  }

  show(index: number): void {
    this.open = index;
    this.editor?.show(this.files[index]!.state);
    this.follow();
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
    const { from, to } = offsets(this.doc, at);
    this.editor?.select(from, to);
    this.area.setSelectionRange(from, to);
    this.focus();
  }

  get label(): string {
    return this.naming.label;
  }

  /** Lets something help in this pane from now on. */
  assist(helper: Extension): void {
    this.editor?.assist(helper);
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
    const { doc } = this;
    this.change({ changes: edits.map((edit) => ({ ...offsets(doc, edit.at), insert: edit.text })) });
  }

  /** Another text for a file, as one change that is undone alone; without the focus it is typed in the plain text area. */
  replace(file: string, text: string, focus = true): void {
    this.edit(file, []);
    const old = this.doc.toString();
    let from = 0;
    while (from < old.length && from < text.length && old[from] === text[from]) {
      from++;
    }
    let same = 0;
    while (same < Math.min(old.length, text.length) - from && old[old.length - 1 - same] === text[text.length - 1 - same]) {
      same++;
    }
    this.change({
      changes: { from, to: old.length - same, insert: text.slice(from, text.length - same) },
      ...(focus && this.alone),
    });
    if (focus) {
      this.focus();
    }
  }

  private focus(): void {
    (this.editor && !this.wantsPlain ? this.editor.view : this.area).focus();
  }

  mark(of: Marks): void {
    this.editor?.mark(of, this.file);
  }

  private state(doc: string | Text): EditorState {
    return this.editor?.state(doc) ?? EditorState.create({ doc });
  }

  private get doc(): Text {
    return (this.editor?.view.state ?? this.files[this.open]!.state).doc;
  }

  private get alone(): { annotations?: Annotation<unknown> } {
    return this.editor ? { annotations: this.editor.alone } : {};
  }

  private change(spec: TransactionSpec): void {
    if (this.editor) {
      this.editor.view.dispatch(spec);
      return;
    }
    const file = this.files[this.open]!;
    const transaction = file.state.update(spec);
    file.state = transaction.state;
    if (transaction.docChanged) {
      this.wasChanged();
    }
  }

  private wasChanged(): void {
    this.follow();
    this.changed();
  }

  /** Keeps the text area in step, if it is shown; to write the same text in it would move its cursor. */
  private follow(): void {
    if (this.area.hidden) {
      return;
    }
    const text = this.doc.toString();
    if (this.area.value !== text) {
      this.area.value = text;
    }
  }

  private keep(): void {
    const file = this.files[this.open];
    if (file && this.editor) {
      file.state = this.editor.view.state;
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
    const text = this.doc.toString();
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
