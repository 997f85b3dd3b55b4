// target/bylaw-vscode.vsix, which VS Code installs: node package.mjs
import { cpSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';

cpSync('../../../LICENSE', 'LICENSE');
await createVSIX({ cwd: '.', dependencies: false, allowMissingRepository: true, packagePath: '../../target/bylaw-vscode.vsix' });
