// Starts the server as the extension would, and talks to it by the library that the extension uses:
// node protocol.mjs PROGRAM. Prints what a hover says.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';

const require = createRequire(import.meta.url);
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-languageserver-protocol/node');
const { start } = require('../out/server.cjs');

const { command, args } = start(process.argv[2], homedir());
const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
const ended = new Promise((resolve) => server.on('exit', resolve));
const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
connection.listen();

const uri = 'untitled:rules.bylaw';
const problems = new Promise((resolve) => connection.onNotification('textDocument/publishDiagnostics', resolve));
await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
await connection.sendNotification('initialized', {});
await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'bylaw', version: 1, text: 'deny imag is absent' } });
const { diagnostics } = await problems;
await connection.sendNotification('textDocument/didChange', {
  textDocument: { uri, version: 2 },
  contentChanges: [{ range: diagnostics[0].range, text: 'image' }],
});
const hover = await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 6 } });
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
console.log(JSON.stringify({ code: diagnostics[0].code, hover: hover.contents.value.split('\n')[0], exit: await ended }));
