import { computed, signal } from '@preact/signals';
import { text } from '../../state/document';
import { complain } from '../../state/notices';
import { ask, ProblemError } from '../../state/server';
import type { FileAnswer, Offer } from './types';
import { upload, type Way } from './upload';

/** A file on the page: kept here too, so that nothing is lost when the server begins anew. */
export interface LaboratoryFile {
  readonly source: File;
  readonly answer: FileAnswer;
}

/** A file on its way: from 0 to 1 it goes, at 1 it is read there. */
export interface Arriving {
  readonly source: File;
  readonly share: number;
  readonly stop: AbortController;
}

const base = '/api/laboratory';
const designName = 'design.json';

export const offer = signal<Offer | null>(null);
export const files = signal<readonly LaboratoryFile[]>([]);
/** Files on their way, one after the other. */
export const arriving = signal<readonly Arriving[]>([]);
/** Names of the files that an analysis takes. */
export const chosen = signal<ReadonlySet<string>>(new Set());
/** Name of the file that is looked at. */
export const seen = signal<string | null>(null);
export const chosenFiles = computed(() => files.value.filter(file => chosen.value.has(file.answer.name)));

let session: Promise<string> | null = null;

export async function loadOffer(): Promise<void> {
  if (!offer.value) offer.value = await ask<Offer>(base);
}

/** Hands in files, one after the other, and says what they are. */
export async function handIn(given: readonly File[]): Promise<void> {
  const queue = given.map((source): Arriving => ({ source, share: 0, stop: new AbortController() }));
  arriving.value = [...arriving.value, ...queue];
  for (const one of queue) {
    const { source, stop } = one;
    try {
      if (!stop.signal.aborted) take(source, await arrive(source, stop.signal));
    } catch (error) {
      if (!stop.signal.aborted) complain(error);
    } finally {
      arriving.value = arriving.value.filter(other => other.source !== source);
    }
  }
}

/** Leaves a file that is on its way. */
export function leave(one: Arriving): void {
  one.stop.abort();
  arriving.value = arriving.value.filter(other => other.source !== one.source);
}

function arrive(source: File, signal: AbortSignal): Promise<FileAnswer> {
  const most = offer.value?.fileBytes ?? Infinity;
  if (source.size > most) throw new Error(`${source.name} has ${(source.size / 1e6).toFixed(0)} MB; the most that is taken is ${most / 1e6} MB.`);
  const onProgress = (share: number) => (arriving.value = arriving.value.map(one => (one.source === source ? { ...one, share } : one)));
  return send(source, source.name, { signal, onProgress });
}

// Files of one sort are analysed together; another sort begins anew.
function take(source: File, answer: FileAnswer): void {
  files.value = [...files.value.filter(file => file.answer.name !== answer.name), { source, answer }];
  const others = chosenFiles.value.filter(file => file.answer.subject === answer.subject).map(file => file.answer.name);
  if (answer.fits.length > 0 || files.value.length === 1) chosen.value = new Set([...others, answer.name]);
  seen.value = answer.name;
}

export async function remove(file: LaboratoryFile): Promise<void> {
  const { id, name } = file.answer;
  files.value = files.value.filter(other => other !== file);
  chosen.value = new Set([...chosen.value].filter(other => other !== name));
  if (seen.value === name) seen.value = files.value.at(-1)?.answer.name ?? null;
  if (session) await fetch(`${base}/sessions/${await session}/files/${id}`, { method: 'DELETE' });
}

/** Hands in the design of the workbench; the name under which options find it. */
export async function handInDesign(): Promise<string> {
  await send(new File([text.value], designName), designName);
  return designName;
}

/** Asks with the session of the page; where the server has begun anew, all files are handed in again first. */
export async function withSession<T>(request: (session: string, ids: readonly string[]) => Promise<T>): Promise<T> {
  const ids = () => chosenFiles.value.map(file => file.answer.id);
  try {
    return await request(await place(), ids());
  } catch (error) {
    if (!isGone(error)) throw error;
    session = null;
    const again: LaboratoryFile[] = [];
    for (const { source } of files.value) again.push({ source, answer: await send(source, source.name) });
    files.value = again;
    return request(await place(), ids());
  }
}

const place = () => (session ??= ask<{ id: string }>(`${base}/sessions`, {}).then(found => found.id, (error: unknown) => {
  session = null;
  throw error;
}));

async function send(source: File, name: string, way: Way = {}): Promise<FileAnswer> {
  const once = async () => upload<FileAnswer>(`${base}/sessions/${await place()}/files?name=${encodeURIComponent(name)}`, source, way);
  try {
    return await once();
  } catch (error) {
    if (!isGone(error)) throw error;
    session = null;
    return once();
  }
}

// After a rest or a new start the server knows nothing of the page's files.
const isGone = (error: unknown) => error instanceof ProblemError && error.message.includes('no longer kept here');
