import { computed, signal } from '@preact/signals';
import { download } from '../../state/file';
import { ask, type Problem, ProblemError } from '../../state/server';
import { chosenFiles, handInDesign, offer, withSession } from './files';
import type { Analysis, AnalysisOption, Choice, Result } from './types';

/** The value of a design option that means the design of the workbench. */
export const thisDesign = '<this design>';

export const analysisName = signal<string | null>(null);
/** What was written in the fields, by analysis and option. */
export const entered = signal<Readonly<Record<string, string>>>({});
export const result = signal<Result | null>(null);
/** What is wrong with the last request; its path is an option where one is at fault. */
export const problem = signal<Problem | null>(null);
export const isBusy = signal(false);

export const analysis = computed<Analysis | null>(() => offer.value?.analyses.find(one => one.name === analysisName.value) ?? null);

/** Analyses that read what is chosen, and the others. */
export const fitting = computed(() => {
  const all = offer.value?.analyses ?? [];
  const picked = chosenFiles.value;
  const names = (picked[0]?.answer.fits ?? []).filter(name => picked.every(file => file.answer.fits.includes(name)));
  const fits = names.flatMap(name => all.filter(one => one.name === name));
  return { fits, others: all.filter(one => !fits.includes(one)) };
});

export const valueOf = (option: string) => entered.value[`${analysisName.value ?? ''} ${option}`] ?? '';

export function enter(option: string, to: string): void {
  entered.value = { ...entered.value, [`${analysisName.value ?? ''} ${option}`]: to };
}

/** Options that say how a design beside the measurement is simulated; without one they mean nothing. */
const ofDesign = ['--soc', '--set', '--variant', '--mesh'];

/** The options that go with what is chosen; what must be told comes first. */
export const openOptions = computed<readonly AnalysisOption[]>(() => {
  const all = analysis.value?.options ?? [];
  const design = all.find(option => option.name === '--with' && !option.isRequired);
  const open = design && valueOf(design.name) === '' ? all.filter(option => !ofDesign.includes(option.name)) : all;
  return [...open].sort((a, b) => Number(b.isRequired) - Number(a.isRequired));
});

/** Options that must be given and are not. */
export const missing = computed(() => (analysis.value?.options ?? []).filter(option => option.isRequired && !option.default && valueOf(option.name).trim() === ''));

let running: AbortController | null = null;

/** Takes another analysis, and does it at once where nothing needs to be told first. */
export function take(name: string): void {
  analysisName.value = name;
  result.value = null;
  problem.value = null;
  if (missing.value.length === 0) void run();
}

export function stop(): void {
  running?.abort();
  running = null;
  isBusy.value = false;
}

export async function run(): Promise<void> {
  const one = analysis.value;
  if (!one || chosenFiles.value.length === 0) return;
  stop();
  const mine = (running = new AbortController());
  isBusy.value = true;
  problem.value = null;
  try {
    const found = await withSession(async (session, files) => ask<Result>('/api/laboratory/analyse', { session, files, analysis: one.name, choices: await choices() }, mine.signal));
    if (running === mine) result.value = found;
  } catch (error) {
    if (running !== mine) return;
    result.value = null;
    problem.value = error instanceof ProblemError ? error.problem : { message: error instanceof Error ? error.message : String(error) };
  } finally {
    if (running === mine) isBusy.value = false;
  }
}

/** The report as a page of its own, downloaded. */
export async function report(): Promise<void> {
  const one = analysis.value;
  if (!one) return;
  const response = await withSession(async (session, files) => {
    const answer = await fetch('/api/laboratory/report', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ session, files, analysis: one.name, choices: await choices() }) });
    if (!answer.ok) throw new ProblemError((await answer.json()) as { message: string });
    return answer;
  });
  download(await response.blob(), `${one.name}.html`);
}

async function choices(): Promise<readonly Choice[]> {
  const given: Choice[] = [];
  for (const option of openOptions.value) {
    const written = valueOf(option.name).trim();
    if (written === '') continue;
    if (option.isSwitch) given.push({ option: option.name, value: '' });
    else if (written === thisDesign) given.push({ option: option.name, value: await handInDesign() });
    else if (option.isMany) given.push(...written.split('\n').map(line => line.trim()).filter(line => line !== '').map(value => ({ option: option.name, value })));
    else given.push({ option: option.name, value: written });
  }
  return given;
}
