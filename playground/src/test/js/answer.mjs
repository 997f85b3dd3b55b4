// Answers the requests of a file by the compiled engine: node answer.mjs ENGINE FOLDER REQUESTS ANSWERS
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [engineFile, folder, requestsFile, answersFile] = process.argv.slice(2);
const engine = await import(pathToFileURL(engineFile));
for (const [file, resource] of [['schema.bin', 'index.bin'], ['descriptions.bin', 'descriptions.bin'], ['unicode.bin', 'unicode.bin']]) {
  engine.provide(resource, readFileSync(`${folder}/${file}`, 'latin1'));
}
for (const [path, text] of Object.entries(JSON.parse(readFileSync(`${folder}/library.json`, 'utf8')))) {
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
