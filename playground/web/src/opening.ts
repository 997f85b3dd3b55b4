/** What the page opens with: the texts of its address, or an example. */
import { byId, el } from './dom';
import { decode, type Shared } from './share';
import { fetchedGallery } from './start.js';

interface Example {
  name: string;
  title: string;
  about: string;
  rules: string;
  manifest: string;
}

interface Page {
  load(shared: Shared): void;
  notice(text: string): void;
  isEmpty(): boolean;
}

export const opening = async ({ load, notice, isEmpty }: Page): Promise<void> => {
  const gallery = byId<HTMLSelectElement>('gallery');
  const examples = (await fetchedGallery) as Example[];
  const ofLink = el('option', { value: '', hidden: '' }, 'From a link');
  gallery.replaceChildren(...examples.map((example) => el('option', { value: example.name }, example.title)));

  const open = (example: Example): void => {
    byId('about').textContent = example.about;
    ofLink.remove();
    load({
      rules: [{ name: 'rules.bylaw', text: example.rules }],
      manifests: [{ name: 'manifest.yaml', text: example.manifest }],
      pack: '',
    });
  };

  const restore = async (): Promise<void> => {
    try {
      const shared = await decode(location.hash);
      if (shared) {
        gallery.prepend(ofLink);
        gallery.value = '';
        byId('about').textContent = '';
        notice('');
        load(shared);
        return;
      }
    } catch (error) {
      notice(error instanceof Error ? error.message : String(error));
    }
    if (isEmpty()) {
      open(examples[0]!);
    }
  };

  gallery.onchange = () => {
    notice('');
    open(examples.find((one) => one.name === gallery.value)!);
  };
  window.onhashchange = () => void restore();
  await restore();
};
