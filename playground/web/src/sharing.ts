/** The dialog in which the texts are taken elsewhere. */
import { byId, el } from './dom';
import type { CheckAnswer } from './protocol';
import { encode, type Shared } from './share';

export const sharable = (state: () => Shared, check: () => CheckAnswer | undefined): void => {
  const link = byId<HTMLInputElement>('share-link');
  const copies = (): Promise<typeof import('./copies')> => import('./copies');

  const copied = (what: string, text: string): void => {
    navigator.clipboard.writeText(text).then(
      () => (byId('share-done').textContent = `${what} is copied.`),
      () => (byId('share-done').textContent = 'The browser does not let this page copy: select the link and copy it by hand.'),
    );
  };

  byId('share-open').onclick = async () => {
    const texts = state();
    link.value = new URL(await encode(texts), location.href).href;
    byId('share-size').textContent = `${link.value.length.toLocaleString('en')} characters; the text is in the link itself and on no server.`;
    byId('share-secret').hidden = !texts.manifests.some((file) => /^\s*"?kind"?:\s*"?Secret"?/m.test(file.text));
    byId('share-done').textContent = '';
    byId<HTMLDialogElement>('share').showModal();
    link.select();
  };
  byId('share-copy').onclick = () => copied('The link', link.value);
  byId('share-markdown').onclick = async () => copied('Markdown', (await copies()).asMarkdown(state(), check(), link.value));
  byId('share-embed').onclick = async () => copied('The frame', (await copies()).frame(link.value));
  byId('share-command').onclick = async () => copied('The command line', (await copies()).commandLine(state()));
  byId('share-zip').onclick = async () => {
    const url = URL.createObjectURL((await copies()).archive(state(), check()));
    el('a', { href: url, download: 'playground.zip' }).click();
    URL.revokeObjectURL(url);
  };
};
