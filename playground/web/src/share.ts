/** What stands in the page as a link: `#1.` and the deflated state in Base64url, in the hash only. */

export interface Shared {
  rules: { name: string; text: string }[];
  manifests: { name: string; text: string }[];
  pack: string;
}

const PREFIX = '#1.';
/** No link that a person shares is larger; a hostile one is stopped here. */
const LARGEST = 2_000_000;

export const encode = async (state: Shared): Promise<string> => {
  const deflated = new Blob([JSON.stringify(state)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(deflated).arrayBuffer());
  let binary = '';
  bytes.forEach((byte) => (binary += String.fromCharCode(byte)));
  return PREFIX + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

/** Undefined where the hash is no link of this page; throws where it is a broken one. */
export const decode = async (hash: string): Promise<Shared | undefined> => {
  if (!/^#\d+\./.test(hash)) {
    return undefined;
  }
  if (!hash.startsWith(PREFIX)) {
    throw new Error('this link was made by another version of the playground');
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const binary = atob(hash.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/'));
    bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return shared(JSON.parse(await inflate(bytes)));
  } catch (error) {
    if (error instanceof RangeError) {
      throw error;
    }
    throw new Error('this link is damaged: ask for it once more');
  }
};

const inflate = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.length;
    if (size > LARGEST) {
      await reader.cancel();
      throw new RangeError('this link holds more than 2 MB and was not opened');
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
};

const shared = (value: unknown): Shared => {
  const state = value as Shared;
  const files = [state.rules, state.manifests];
  const sound = files.every(
    (list) =>
      Array.isArray(list) &&
      list.length > 0 &&
      list.length < 100 &&
      list.every((file) => typeof file.name === 'string' && typeof file.text === 'string'),
  );
  if (!sound) {
    throw new Error('not a shared state');
  }
  return { rules: state.rules, manifests: state.manifests, pack: typeof state.pack === 'string' ? state.pack : '' };
};
