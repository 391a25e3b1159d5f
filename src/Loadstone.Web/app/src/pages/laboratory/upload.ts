import { type Problem, ProblemError } from '../../state/server';

/** What is told of a file on its way, and how its way ends early. */
export interface Way {
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The file did not reach the server. */
export class UnreachedError extends Error {}

/** Sends a file as the body of a request. XMLHttpRequest, as fetch does not tell how much has gone. */
export function upload<T>(address: string, file: File, { onProgress, signal }: Way): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = event => event.lengthComputable && event.total > 0 && onProgress?.(event.loaded / event.total);
    request.onload = () => {
      const answer = read(request.responseText);
      if (request.status >= 200 && request.status < 300 && answer !== null) resolve(answer as T);
      else reject(new ProblemError((answer as Problem | null) ?? { message: `The server refused ${file.name} (${request.status}).` }));
    };
    request.onerror = () => reject(new UnreachedError(`${file.name} could not be handed in: the server cannot be reached, or the file has changed or gone.`));
    request.onabort = () => reject(new DOMException(`${file.name} was left.`, 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    if (signal?.aborted) request.onabort(new ProgressEvent('abort'));
    else request.send(file);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
