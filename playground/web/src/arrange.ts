/** Columns of other widths, files dropped on the page, and plain text areas for who cannot use the editor. */
import { byId, el } from './dom';
import type { Pane } from './pane';
import type { NamedText } from './protocol';

const WIDTHS = 'bylaw-widths';
const PLAIN = 'bylaw-plain';
const STEP = 4;
const LEAST = 12;
/** As much as a folder of manifests has; more is a folder dropped by mistake. */
const MOST_FILES = 200;
const LARGEST = 5_000_000;

export interface Page {
  rules: Pane;
  manifests: Pane;
  isRules(name: string): boolean;
  pane(name: 'rules' | 'manifests' | 'verdict'): void;
  notice(text: string): void;
  changed(): void;
}

const kept = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const keep = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage may be forbidden; then it lasts as long as the page.
  }
};

export const arrange = (page: Page): void => {
  resizable();
  droppable(page);
  plain(page);
};

/** Separators (WAI-ARIA's window splitter): arrows, Home and End move them, and so does a pointer. */
const resizable = (): void => {
  const main = document.querySelector('main')!;
  const shares = (kept(WIDTHS) ?? '').split(' ').map(Number);
  const edges = shares.length === 2 && shares.every((share) => share >= LEAST && share <= 100 - LEAST) ? shares : [100 / 3, 200 / 3];
  const handles = ['Width of the rules', 'Width of the manifests'].map((label) =>
    el('div', { class: 'splitter', role: 'separator', tabindex: '0', 'aria-orientation': 'vertical', 'aria-label': label }),
  );
  const draw = (): void => {
    const [first, second] = edges as [number, number];
    main.style.setProperty('--columns', `minmax(0, ${first}fr) auto minmax(0, ${second - first}fr) auto minmax(0, ${100 - second}fr)`);
    handles.forEach((handle, index) => {
      handle.setAttribute('aria-valuenow', String(Math.round(edges[index]!)));
      handle.setAttribute('aria-valuemin', String(Math.round(least(index))));
      handle.setAttribute('aria-valuemax', String(Math.round(most(index))));
    });
    keep(WIDTHS, edges.map((edge) => edge.toFixed(1)).join(' '));
  };
  const least = (index: number): number => (index === 0 ? LEAST : edges[0]! + LEAST);
  const most = (index: number): number => (index === 0 ? edges[1]! - LEAST : 100 - LEAST);
  const move = (index: number, to: number): void => {
    edges[index] = Math.min(Math.max(to, least(index)), most(index));
    draw();
  };
  handles.forEach((handle, index) => {
    handle.onkeydown = (event) => {
      const to: Record<string, number> = { ArrowLeft: edges[index]! - STEP, ArrowRight: edges[index]! + STEP, Home: 0, End: 100 };
      const wanted = to[event.key];
      if (wanted !== undefined) {
        event.preventDefault();
        move(index, wanted);
      }
    };
    handle.onpointerdown = (event) => handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (event) => {
      if (handle.hasPointerCapture(event.pointerId)) {
        const box = main.getBoundingClientRect();
        move(index, (100 * (event.clientX - box.left)) / box.width);
      }
    };
    byId(index === 0 ? 'manifests' : 'verdict').before(handle);
  });
  draw();
};

const droppable = (page: Page): void => {
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
    }
  });
  // Before the editor, which would put the file's text where it was dropped.
  document.addEventListener(
    'drop',
    (event) => {
      if (event.dataTransfer?.types.includes('Files')) {
        event.preventDefault();
        event.stopPropagation();
        const items = [...event.dataTransfer.items];
        const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
        const files = items.map((item) => item.getAsFile());
        void take(page, entries, files);
      }
    },
    true,
  );
};

const take = async (page: Page, entries: (FileSystemEntry | null)[], files: (File | null)[]): Promise<void> => {
  const found: { name: string; file: File }[] = [];
  for (const [index, entry] of entries.entries()) {
    const file = files[index];
    if (entry?.isDirectory) {
      await walk(entry as FileSystemDirectoryEntry, found);
    } else if (file) {
      found.push({ name: file.name, file });
    }
  }
  const known = found.filter(({ name }) => /\.(bylaw|ya?ml|json)$/.test(name));
  const texts: NamedText[] = [];
  const left = found.filter((one) => !known.includes(one)).map(({ name }) => name);
  let size = 0;
  for (const { name, file } of known.slice(0, MOST_FILES)) {
    size += file.size;
    if (size > LARGEST) {
      left.push(name);
    } else {
      texts.push({ name, text: await file.text() });
    }
  }
  left.push(...known.slice(MOST_FILES).map(({ name }) => name));
  const rules = texts.filter(({ name }) => page.isRules(name));
  const manifests = texts.filter(({ name }) => !page.isRules(name));
  page.rules.take(rules);
  page.manifests.take(manifests);
  if (texts.length > 0) {
    page.pane(rules.length > 0 ? 'rules' : 'manifests');
  }
  page.notice(
    left.length > 0
      ? `Not opened: ${left.slice(0, 5).join(', ')}${left.length > 5 ? ` and ${left.length - 5} more` : ''}. The page takes .bylaw, .yaml, .yml and .json, ${MOST_FILES} files and 5 MB at most.`
      : '',
  );
};

const walk = async (folder: FileSystemDirectoryEntry, found: { name: string; file: File }[]): Promise<void> => {
  const reader = folder.createReader();
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0 || found.length > MOST_FILES) {
      return;
    }
    for (const entry of entries) {
      if (entry.isDirectory) {
        await walk(entry as FileSystemDirectoryEntry, found);
      } else {
        const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
        // The names of the standard library are its own.
        found.push({ name: entry.fullPath.replace(/^\/(?:std\/)?/, ''), file });
      }
    }
  }
};

/** A text area in the place of each editor. */
const plain = (page: Page): void => {
  const toggle = byId<HTMLInputElement>('plain');
  const apply = (): void => {
    page.rules.plain = page.manifests.plain = toggle.checked;
    keep(PLAIN, String(toggle.checked));
  };
  toggle.checked = kept(PLAIN) === 'true';
  toggle.onchange = apply;
  apply();
};
