/** The fixes of a manifest as a diff, before anybody makes them. */
import { byId, el } from './dom';
import { inline } from './markdown';
import type { Fixed } from './protocol';

const CONTEXT = 2;

type Kind = 'same' | 'removed' | 'added';
interface Line {
  kind: Kind;
  text: string;
}

/** What can be done with fixes that are shown; `all` where they are not all of the file. */
interface Doing {
  apply(): void;
  all: (() => void) | undefined;
}

export const showFixes = (heading: string, before: string, fixed: Fixed, { apply, all }: Doing): void => {
  const dialog = byId<HTMLDialogElement>('fixes');
  byId('fixes-heading').textContent = heading;
  byId('fixes-list').replaceChildren(
    ...fixed.mended.map((one) => el('li', {}, el('code', {}, one.rule), ' ', ...inline(one.message))),
    ...fixed.withheld.map((one) => el('li', { class: 'note' }, 'Left: ', el('code', {}, one.rule), ' ', ...inline(`${one.message}: ${one.reason}`))),
  );
  byId('fixes-diff').replaceChildren(el('pre', {}, ...shown(difference(before.split('\n'), fixed.text.split('\n')))));
  const button = byId<HTMLButtonElement>('fixes-apply');
  button.disabled = fixed.text === before;
  button.onclick = () => {
    dialog.close();
    apply();
  };
  byId('fixes-all').hidden = !all;
  byId('fixes-all').onclick = () => all?.();
  if (!dialog.open) {
    dialog.showModal();
  }
};

const SIGNS: Record<Kind, string> = { same: '  ', removed: '- ', added: '+ ' };

/** The lines that change and a few around them. */
const shown = (lines: Line[]): HTMLElement[] => {
  const near = (index: number): boolean =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((line) => line.kind !== 'same');
  return lines.flatMap((line, index) => {
    if (!near(index)) {
      return index > 0 && near(index - 1) ? [el('span', {}, '…')] : [];
    }
    const tag = line.kind === 'removed' ? 'del' : line.kind === 'added' ? 'ins' : 'span';
    return [el(tag, {}, `${SIGNS[line.kind]}${line.text}`)];
  });
};

/** By the longest common subsequence of what lies between the first change and the last. */
export const difference = (before: string[], after: string[]): Line[] => {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) {
    start++;
  }
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) {
    end++;
  }
  const same = (lines: string[]): Line[] => lines.map((text) => ({ kind: 'same', text }));
  const old = before.slice(start, before.length - end);
  const made = after.slice(start, after.length - end);
  return [...same(before.slice(0, start)), ...middle(old, made), ...same(before.slice(before.length - end))];
};

/** Above this many pairs of lines, all of the old lines stand before all of the new ones. */
const LARGEST = 4_000_000;

const middle = (old: string[], made: string[]): Line[] => {
  const removed = (text: string): Line => ({ kind: 'removed', text });
  const added = (text: string): Line => ({ kind: 'added', text });
  if (old.length * made.length > LARGEST) {
    return [...old.map(removed), ...made.map(added)];
  }
  const width = made.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = made.length - 1; j >= 0; j--) {
      common[i * width + j] =
        old[i] === made[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < made.length) {
    if (i < old.length && j < made.length && old[i] === made[j]) {
      lines.push({ kind: 'same', text: old[i]! });
      i++;
      j++;
    } else if (i < old.length && (j === made.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      lines.push(removed(old[i++]!));
    } else {
      lines.push(added(made[j++]!));
    }
  }
  return lines;
};
