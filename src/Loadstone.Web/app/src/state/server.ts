import { signal } from '@preact/signals';

/** Whether the last attempt to reach the server succeeded. */
export const isConnected = signal(true);

/** This page, to a server that serves several fairly. */
export const client = crypto.getRandomValues(new Uint32Array(2)).join('-');

/** What was wrong with a document or a request: the same words as on the command line, and where. */
export interface Problem {
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** A request whose answer is one JSON value. */
export async function ask<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await reach(path, body, signal);
  return (await response.json()) as T;
}

/** A request whose answer comes in named parts, each handed on as soon as it is there. */
export async function stream(path: string, body: unknown, onPart: (name: string, data: unknown) => void, signal: AbortSignal): Promise<void> {
  const response = await reach(path, body, signal);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await read(reader, signal);
    if (done) return;
    text += value;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const part = text.slice(0, end);
      text = text.slice(end + 2);
      const name = /^event: (.*)$/m.exec(part)?.[1] ?? 'message';
      const data = part.split('\n').filter(line => line.startsWith('data: ')).map(line => line.slice(6)).join('\n');
      onPart(name, JSON.parse(data));
    }
  }
}

/** A server that ends in the middle of an answer is as lost as one that cannot be reached. */
async function read(reader: ReadableStreamDefaultReader<string>, signal: AbortSignal): Promise<ReadableStreamReadResult<string>> {
  try {
    return await reader.read();
  } catch (error) {
    if (!signal.aborted) lost();
    throw error;
  }
}

/** A server that is too busy is asked again when it says, so that nothing that was asked for is lost. */
async function reach(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, body === undefined ? { signal: signal ?? null } : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: signal ?? null });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) lost();
    throw error;
  }
  isConnected.value = true;
  if (response.ok) return response;
  if (response.status === 503) {
    await response.body?.cancel();
    await new Promise(done => setTimeout(done, 1000 * Number(response.headers.get('retry-after') ?? 1)));
    signal?.throwIfAborted();
    return reach(path, body, signal);
  }
  const isProblem = response.headers.get('content-type')?.includes('json');
  throw new ProblemError(isProblem ? ((await response.json()) as Problem) : { message: (await response.text()).trim() || `The server refused ${path} (${response.status}).` });
}

const wait = 1000;
const watch = 5000;
const patience = 10000;

/** Looks now and then whether the server is there, so that a lost connection shows before something is asked for, and one that is silently dead ends what waits for it. */
export function watchConnection(): void {
  setInterval(() => {
    if (!document.hidden && isConnected.value) void fetch('/api/about', { signal: AbortSignal.timeout(patience) }).catch(lost);
  }, watch);
}

function lost(): void {
  if (!isConnected.value) return;
  isConnected.value = false;
  const again = () => void fetch('/api/about', { signal: AbortSignal.timeout(patience) }).then(() => (isConnected.value = true), () => setTimeout(again, wait));
  setTimeout(again, wait);
}
