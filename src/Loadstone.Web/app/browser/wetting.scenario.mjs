import { readFile } from 'node:fs/promises';
import { accessible } from './axe.mjs';

const example = new URL('../../../../examples/l-dry-s.json', import.meta.url);

/** Two arrangements fill beside each other; a viscous run is watched, stopped and scrubbed by keys; a ranking ends with its orders; what is wrong is said at its field. */
export default async function ({ visit, address }) {
  const page = await visit({ expectErrors: true });
  const text = await readFile(example, 'utf8');
  await page.addInitScript(design => localStorage.setItem('loadstone.document', design), text);
  await page.goto(new URL('/wetting', address).href);
  const start = page.getByRole('button', { name: /^(Fill|Rank|Start anew)$/ });
  const field = name => page.getByLabel(name, { exact: true });

  await page.getByRole('checkbox', { name: 'mixed' }).uncheck();
  await field('Random beds').fill('2');
  await start.click();
  const numbers = page.getByRole('region', { name: 'Numbers' });
  await numbers.getByRole('rowheader', { name: /^saturation at breakthrough/ }).waitFor({ timeout: 60000 });
  await numbers.getByRole('columnheader', { name: 'S-L' }).waitFor();
  const columns = await numbers.getByRole('columnheader').allTextContents();
  if (columns.join() !== 'quantity,L-S,S-L') throw new Error(`the columns are ${columns}`);
  await page.getByText(/^L-S [>≈] S-L|^S-L [>≈] L-S/).waitFor();
  await page.getByRole('img', { name: /^Pressure of entry\. .*2 curves/ }).waitFor();

  await accessible(page);

  await field('Gap').fill('0.8');
  await start.click();
  await page.locator('.option', { has: field('Gap') }).locator('.problem').waitFor();
  await field('Gap').fill('2 µm');
  await field('Porosity').fill('75 %');

  await page.getByRole('radio', { name: /^Ranking/ }).check();
  await field('L:S').fill('5:5, 3:7');
  await field('Contact angles').fill('30°');
  await field('Gaps').fill('2 µm');
  await field('Random beds').fill('2');
  await start.click();
  await page.getByText('2 beds of each packing.').waitFor({ timeout: 60000 });
  const orders = page.getByRole('region', { name: 'Orders of breakthrough, the latest first' });
  if (await orders.getByRole('row').count() !== 3) throw new Error('there is no order of each ratio');
  const commands = await page.locator('.wetting-command').textContent();
  if (!/^loadstone wet .* --ratios "5:5, 3:7" .* --out ranking$/.test(commands)) throw new Error(`the command is ${commands}`);

  await page.getByRole('radio', { name: /^Viscous/ }).check();
  await field('Grid cell').fill('1 µm');
  await field('Injected').fill('10');
  await start.click();
  await page.getByText(/^(?!0\.000)\d\.\d{3} pore volumes/).waitFor({ timeout: 60000 });
  await page.getByRole('img', { name: /^S-L after .*% of the pores are wet/ }).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Fill', exact: true }).waitFor();
  await page.getByRole('slider', { name: 'Injected pore volumes' }).press('Home');
  await page.getByText('0.000 pore volumes').waitFor();
  await page.getByRole('slider', { name: 'Injected pore volumes' }).press('End');
  await page.getByText(/^(?!0\.000)\d\.\d{3} pore volumes/).waitFor();
}
