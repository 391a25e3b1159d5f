import { readFile } from 'node:fs/promises';
import { accessible } from './axe.mjs';
import { downloaded, drop } from './hands.mjs';

const examples = new URL('../../../../examples/', import.meta.url);
const file = name => new URL(name, examples).pathname;

/** Files are chosen and dropped, known by their content, analysed alone and together and beside a simulation; what is wrong is said at its place; tables and reports come down whole. */
export default async function ({ visit, address }) {
  const page = await visit({ expectErrors: true });
  const design = await readFile(new URL('nmc811-half-cell.json', examples), 'utf8');
  await page.addInitScript(text => localStorage.setItem('loadstone.document', text), design);
  await page.goto(new URL('/laboratory', address).href);
  const choose = page.getByLabel('Drop files here, or choose them');
  const results = page.getByRole('region', { name: /^Results of / });

  await choose.setInputFiles(file('laboratory/design-spectrum.csv'));
  await page.getByText(/\d+ frequencies from /).waitFor();
  await page.getByRole('combobox', { name: /^Analysis of / }).selectOption('eis');
  await page.getByLabel(/^circuit/).fill('R0-p(R1,CPE1');
  await page.getByRole('button', { name: 'Analyse', exact: true }).click();
  await page.locator('.field', { has: page.getByLabel(/^circuit/) }).locator('.problem').waitFor();
  await page.getByLabel(/^circuit/).fill('R0-p(R1,CPE1)-W1');
  await page.getByLabel('beside a design').selectOption({ label: 'the design of this workbench' });
  await page.getByLabel('soc').fill('50 %');
  await page.getByLabel('soc').press('Enter');
  await results.getByRole('heading', { name: 'Measured and simulated' }).waitFor();
  await results.getByRole('button', { name: 'simulated', exact: false }).first().waitFor();
  await page.locator('.lab-results[aria-busy="false"]').waitFor();
  await accessible(page);
  await see(results.getByLabel('Command'), /^loadstone analyse eis design-spectrum\.csv .*--circuit "R0-p\(R1,CPE1\)-W1".*--with design\.json/);

  const table = await downloaded(page, () => results.getByRole('button', { name: 'Table (CSV)' }).click());
  if (!/^sample,.*R1/.test(table.text) || !/\ndesign-spectrum,/.test(table.text)) throw new Error(`the table is ${table.text.slice(0, 200)}`);
  const report = await downloaded(page, () => results.getByRole('button', { name: 'Report (HTML)' }).click());
  if (!report.text.startsWith('<!DOCTYPE html>') || !report.text.includes('Measured and simulated') || !report.text.trimEnd().endsWith('</html>')) throw new Error('the report is not whole');

  const place = page.getByRole('region', { name: 'Files and results' });
  const flow = await readFile(new URL('laboratory/flow-curve.csv', examples), 'utf8');
  await drop(page, place, [['thin.csv', flow], ['thick.csv', flow]]);
  await page.getByRole('checkbox', { name: 'Analyse thick.csv' }).waitFor();
  await page.getByRole('combobox', { name: 'Analysis of 2 files' }).selectOption('flow');
  await results.getByRole('region', { name: 'Summary' }).getByRole('cell', { name: 'thick', exact: true }).waitFor();

  await drop(page, place, [['notes.txt', 'some words']]);
  await page.getByText('notes.txt: this is no file of a known instrument').waitFor();
  await page.getByRole('button', { name: 'Take notes.txt away' }).click();
  await page.getByRole('button', { name: 'Take notes.txt away' }).waitFor({ state: 'detached' });

  await leaveOnTheWay(page, choose);
}

async function see(place, wanted) {
  const found = await place.inputValue();
  if (!wanted.test(found)) throw new Error(`${found} is not ${wanted}`);
}

// A slow line, as of a browser on another machine, so that there is something to see and to leave.
async function leaveOnTheWay(page, choose) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 2e5 });
  await choose.setInputFiles({ name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.alloc(4e6, 'a,b\n1,2\n') });
  const way = page.getByRole('list', { name: 'Files on their way' });
  await way.getByText(/^([1-9]|\d\d) %$/).waitFor();
  await way.getByRole('button', { name: 'Leave long.csv' }).click();
  await way.waitFor({ state: 'detached' });
  if (await page.getByRole('checkbox', { name: 'Analyse long.csv' }).count() > 0) throw new Error('what was left came all the same');
}
