/** What helps a writer: completion, hovers, quick fixes, definitions, renaming, layout; all by the language service. */
import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { type EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import { el } from './dom';
import { offsets } from './offsets';
import { inline, rendered } from './markdown';
import type { Answers, Asked, Edit, Place } from './protocol';

/** What the writer's texts are asked about, and what becomes of the answers. */
export interface Desk {
  /** The name of the file that the view shows. */
  file(view: EditorView): string;
  ask<Q extends keyof Answers>(question: Q, asked: Asked): Promise<Answers[Q]>;
  /** Makes edits in any file; one that is not there is made. */
  apply(edits: Edit[]): void;
  go(at: Place): void;
  say(text: string): void;
}

/** The icons of CodeMirror for the kinds of the service. */
const TYPES: Record<string, string> = {
  keyword: 'keyword',
  operator: 'keyword',
  field: 'property',
  word: 'function',
  variable: 'variable',
  value: 'constant',
  kind: 'class',
  rule: 'interface',
  pack: 'namespace',
  type: 'type',
};

const setTooltip = StateEffect.define<Tooltip | null>();

/** A tooltip that a key asked for; the next change of the text or the cursor takes it away. */
const asked = StateField.define<Tooltip | null>({
  create: () => null,
  update(value, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setTooltip));
    if (set) {
      return set.value as Tooltip | null;
    }
    return transaction.docChanged || transaction.selection ? null : value;
  },
  provide: (field) => showTooltip.from(field),
});

export const assist = (desk: Desk): Extension => {
  const at = (view: EditorView, from: number, to = from): Asked => {
    const line = view.state.doc.lineAt(from);
    const last = view.state.doc.lineAt(to);
    return {
      file: desk.file(view),
      line: line.number,
      column: from - line.from + 1,
      endLine: last.number,
      endColumn: to - last.from + 1,
    };
  };

  const complete = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const view = context.view;
    if (!view || !(context.explicit || context.matchBefore(/[\w.]$/))) {
      return null;
    }
    const { completions } = await desk.ask('complete', at(view, context.pos));
    const first = completions[0];
    if (context.aborted || !first) {
      return null;
    }
    const { from, to } = offsets(view.state.doc, first.at);
    return {
      from,
      to: Math.max(to, context.pos),
      validFor: /^[\w/-]*$/,
      options: completions.map(
        (one): Completion => ({
          label: one.label,
          type: TYPES[one.kind] ?? 'text',
          detail: one.detail,
          apply: one.text,
          ...(one.documentation ? { info: () => rendered(one.documentation!) } : {}),
        }),
      ),
    };
  };

  const described = async (view: EditorView, pos: number): Promise<Tooltip | null> => {
    const hover = await desk.ask('hover', at(view, pos));
    if (!hover) {
      return null;
    }
    const { from, to } = offsets(view.state.doc, hover.at);
    return { pos: from, end: to, above: true, create: () => ({ dom: rendered(hover.markdown, 'hover') }) };
  };

  /** A key that asks; what comes back is for the text as it was then, or for nobody. */
  const key = (run: (view: EditorView, pos: number) => Promise<void>) => (view: EditorView) => {
    const state = view.state;
    void run(view, state.selection.main.head).catch((error: unknown) => {
      if (view.state === state) {
        desk.say(error instanceof Error ? error.message : String(error));
      }
    });
    return true;
  };

  const describe = key(async (view, pos) => {
    const tooltip = await described(view, pos);
    view.dispatch({ effects: setTooltip.of(tooltip) });
    desk.say(tooltip ? '' : 'Nothing is known of this word.');
  });

  const define = key(async (view, pos) => {
    const answer = await desk.ask('definition', at(view, pos));
    if (answer) {
      desk.go(answer.at);
    } else {
      desk.say('No file here defines this word.');
    }
  });

  const fix = key(async (view) => {
    const { from, to } = view.state.selection.main;
    const doc = view.state.doc;
    const { actions } = await desk.ask('actions', at(view, from, to));
    const line = doc.lineAt(from);
    const wider = actions.length > 0 ? actions : (await desk.ask('actions', at(view, line.from, line.to))).actions;
    if (view.state.doc !== doc) {
      return;
    }
    if (wider.length === 0) {
      desk.say('There is no quick fix on this line.');
      return;
    }
    const close = (): void => {
      view.dispatch({ effects: setTooltip.of(null) });
      view.focus();
    };
    const buttons = wider.map((action) =>
      el('button', { type: 'button', onclick: () => (close(), desk.apply(action.edits)) }, ...inline(action.title)),
    );
    const menu = el('div', { class: 'fixes', role: 'group', 'aria-label': 'Quick fixes' }, ...buttons);
    menu.onkeydown = (event) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0) {
        const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
        buttons[(now + step + buttons.length) % buttons.length]!.focus();
      } else if (event.key === 'Escape') {
        close();
      }
      if (step !== 0 || event.key === 'Escape') {
        event.preventDefault();
      }
      event.stopPropagation();
    };
    view.dispatch({
      effects: setTooltip.of({ pos: from, create: () => ({ dom: menu, mount: () => buttons[0]!.focus() }) }),
    });
  });

  const rename = key(async (view, pos) => {
    const where = at(view, pos);
    const word = view.state.wordAt(pos);
    const old = word ? view.state.sliceDoc(word.from, word.to) : '';
    const input = el('input', { value: old, 'aria-label': 'New name', spellcheck: 'false' });
    const form = el('form', { class: 'rename' }, el('label', {}, 'New name ', input));
    const close = (): void => {
      view.dispatch({ effects: setTooltip.of(null) });
      view.focus();
    };
    form.onsubmit = (event) => {
      event.preventDefault();
      const to = input.value;
      close();
      void desk.ask('rename', { ...where, to }).then(({ edits, refusal }) => {
        desk.apply(edits);
        desk.say(refusal ?? '');
      });
    };
    form.onkeydown = (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') {
        close();
      }
    };
    view.dispatch({
      effects: setTooltip.of({ pos: word?.from ?? pos, above: true, create: () => ({ dom: form, mount: () => input.select() }) }),
    });
  });

  const layOut = key(async (view, pos) => {
    const { edits } = await desk.ask('format', at(view, pos));
    desk.apply(edits);
  });

  const forget = (view: EditorView): boolean => {
    const open = view.state.field(asked, false);
    if (open) {
      view.dispatch({ effects: setTooltip.of(null) });
    }
    return Boolean(open);
  };

  return [
    asked,
    autocompletion({ override: [complete], icons: false }),
    hoverTooltip((view, pos) => described(view, pos)),
    keymap.of([
      { key: 'Mod-.', run: fix },
      { key: 'F12', run: define },
      { key: 'F2', run: rename },
      { key: 'Mod-k Mod-i', run: describe },
      { key: 'Shift-Alt-f', run: layOut },
      { key: 'Escape', run: forget },
    ]),
  ];
};
