import type { Text } from '@codemirror/state';
import type { Place } from './protocol';

/** A place as offsets; the text may have changed since the engine read it. */
export const offsets = (text: Text, at: Place): { from: number; to: number } => {
  const offset = (line: number, column: number): number => {
    const found = text.line(Math.min(Math.max(line, 1), text.lines));
    return Math.min(found.from + column - 1, found.to);
  };
  const from = offset(at.line, at.column);
  return { from, to: Math.max(from, offset(at.endLine, at.endColumn)) };
};
