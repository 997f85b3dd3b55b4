/** How the server is started, for the extension and for its test. */
export interface Start {
  command: string;
  args: string[];
}

/** The program that the settings name; a folder of the home as shells write it. */
export function start(path: string, home: string): Start {
  const named = path.trim() || 'bylaw';
  return { command: named.startsWith('~/') ? home + named.slice(1) : named, args: ['lsp', '--stdio'] };
}

/** What to say where the program cannot be started. */
export function advice(command: string, reason: string): string {
  return `Bylaw: cannot start \`${command}\` (${reason}). Install Bylaw, or set "bylaw.path" to its program.`;
}
