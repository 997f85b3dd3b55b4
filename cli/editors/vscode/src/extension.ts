import { homedir } from 'node:os';
import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/node';
import { advice, start } from './server';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand('bylaw.restart', restart),
    workspace.onDidChangeConfiguration((change) => (change.affectsConfiguration('bylaw.path') ? restart() : undefined)),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

async function restart(): Promise<void> {
  await deactivate();
  const { command, args } = start(workspace.getConfiguration('bylaw').get('path', 'bylaw'), homedir());
  const options: LanguageClientOptions = {
    documentSelector: [
      { language: 'bylaw' },
      { scheme: 'file', language: 'yaml' },
      { scheme: 'file', language: 'json' },
      { scheme: 'file', pattern: '**/*.{yaml,yml,json}' },
    ],
    diagnosticCollectionName: 'bylaw',
  };
  client = new LanguageClient('bylaw', 'Bylaw', { command, args }, options);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    await window.showErrorMessage(advice(command, error instanceof Error ? error.message : String(error)));
  }
}
