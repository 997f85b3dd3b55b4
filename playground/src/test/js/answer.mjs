// Answers the requests of a file by the compiled engine: node answer.mjs ENGINE FOLDER REQUESTS ANSWERS
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [engineFile, folder, requestsFile, answersFile] = process.argv.slice(2);
const engine = await import(pathToFileURL(engineFile));
const resources = (name) => Object.entries(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
for (const [path, content] of resources('schema.json')) {
  engine.provide(path, content);
}
for (const [path, text] of resources('library.json')) {
  engine.provideText(path, text);
}

const answers = JSON.parse(readFileSync(requestsFile, 'utf8')).map(({ files, requests }) => {
  for (const [name, text] of Object.entries(files)) {
    engine.hold(name, text);
  }
  return requests.map((request) => {
    try {
      return engine.answer(request);
    } catch (error) {
      return `${error}`;
    }
  });
});
writeFileSync(answersFile, JSON.stringify(answers));
