// Serves the page below a path, as a host of files would; one file can be put in the place of another.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript', mjs: 'text/javascript', json: 'application/json', bin: 'application/octet-stream' };

export const serve = (folder, instead = {}) =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      const name = new URL(request.url, 'http://x').pathname.replace('/some/path/', '') || 'index.html';
      try {
        const file = instead[name] ?? `${folder}/${name}`;
        const bytes = readFileSync(file);
        response.writeHead(200, { 'content-type': TYPES[name.split('.').pop()] }).end(bytes);
      } catch {
        response.writeHead(404).end();
      }
    });
    server.listen(0, '127.0.0.1', () => {
      resolve({ address: `http://127.0.0.1:${server.address().port}/some/path/`, close: () => server.close() });
    });
  });
