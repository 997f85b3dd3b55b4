/** What takes longest is begun first: the engine is loaded in its worker while the page loads its editors. */
import { startWorker } from './bench';

export const worker = startWorker();
export const fetchedGallery: Promise<unknown> = fetch('gallery.json').then((answer) => answer.json());

void import('./page');
