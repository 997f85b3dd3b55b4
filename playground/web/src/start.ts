/**
 * What takes longest is begun first: the engine is loaded in its worker while the page loads its editors. This file is
 * whole by itself, so that nothing else has to be fetched before.
 */
export const startWorker = (): Worker => new Worker(new URL('worker.js', import.meta.url), { type: 'module' });

export const worker = startWorker();
export const fetchedGallery: Promise<unknown> = fetch('gallery.json').then((answer) => answer.json());
