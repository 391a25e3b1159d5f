/** A design in the fragment of an address: it never reaches a server, since browsers keep fragments to themselves. */
const name = 'design';
const version = '1';

/** No design comes near this; a small link that unpacks into gigabytes does. */
const mostBytes = 4_000_000;

export class DamagedLinkError extends Error {
  constructor(why: string) {
    super(`The link holds no whole design: ${why}. Ask for it again, or for the file.`);
  }
}

/** The fragment that holds a design, with its "#". */
export async function toFragment(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const packed = await gather(through(bytes, new CompressionStream('deflate-raw')));
  return `#${name}=${version}.${checksum(bytes)}.${toBase64Url(packed)}`;
}

/** The design that a fragment holds, or null where it speaks of something else. */
export async function fromFragment(fragment: string): Promise<string | null> {
  if (!fragment.startsWith(`#${name}=`)) return null;
  const [itsVersion, sum, packed, ...rest] = fragment.slice(name.length + 2).split('.');
  if (itsVersion !== version) throw new DamagedLinkError('it was written by another version of Loadstone or cut short');
  if (!sum || !packed || rest.length > 0) throw new DamagedLinkError('a part of it is missing');
  const bytes = await unpack(packed);
  if (checksum(bytes) !== sum) throw new DamagedLinkError('some of its characters were changed or lost on the way');
  return new TextDecoder().decode(bytes);
}

async function unpack(packed: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await gather(through(fromBase64Url(packed), new DecompressionStream('deflate-raw')));
  } catch (error) {
    if (error instanceof DamagedLinkError) throw error;
    throw new DamagedLinkError('some of its characters were changed or lost on the way');
  }
}

function through(bytes: Uint8Array<ArrayBuffer>, transform: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(transform);
}

async function gather(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    length += next.value.length;
    if (length > mostBytes) {
      await reader.cancel();
      throw new DamagedLinkError('it unpacks into more than any design has');
    }
  }
  const whole = new Uint8Array(length);
  let from = 0;
  for (const part of parts) {
    whole.set(part, from);
    from += part.length;
  }
  return whole;
}

/** FNV-1a of 32 bits: raw deflate carries no checksum, and a changed letter often unpacks into other text. */
function checksum(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}

function toBase64Url(bytes: Uint8Array): string {
  let characters = '';
  for (const byte of bytes) characters += String.fromCharCode(byte);
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(characters, character => character.charCodeAt(0));
}
